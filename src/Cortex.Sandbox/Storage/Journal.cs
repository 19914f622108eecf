using System.Text.Json;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Storage;

/// <summary>
/// The append-only file that all durable state comes from, one JSON line per change, written before the request that caused it is
/// answered. A line is handed to the operating system at once, so it outlives the process; nothing waits for the disk.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const byte NewLine = (byte)'\n';

    private readonly Lock writing = new();
    private readonly FileStream file;
    private readonly string path;

    public Journal(SandboxOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        path = Path.Combine(options.DataFolder, "journal.jsonl");
        try
        {
            // Not shared: two writers would interleave two histories.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException fault)
        {
            throw new IOException($"{path} cannot be opened; another sandbox may be using the folder {options.DataFolder}.", fault);
        }
    }

    /// <summary>Feeds every whole line to the parts, in order, and cuts off a last line that was torn by a kill.</summary>
    public void Replay(IEnumerable<IJournaled> parts)
    {
        var listeners = parts.ToArray();
        var number = 0;
        long end = 0;
        foreach (var (line, isWhole, lineEnd) in JournalLines.Read(file))
        {
            number++;
            if (!isWhole)
            {
                break;
            }

            var entry = Parse(line, number);
            foreach (var listener in listeners)
            {
                listener.Replay(entry);
            }

            end = lineEnd;
        }

        file.SetLength(end);
        file.Seek(0, SeekOrigin.End);
    }

    public void Append(JournalEntry entry)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entry, SandboxJson.Options);
        var line = new byte[json.Length + 1];
        json.CopyTo(line, 0);
        line[^1] = NewLine;
        lock (writing)
        {
            file.Write(line);
        }
    }

    public void Dispose() => file.Dispose();

    private JournalEntry Parse(ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line.Span, SandboxJson.Options)!;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}, line {number} is not a journal entry; delete the file to start afresh.", fault);
        }
    }
}
