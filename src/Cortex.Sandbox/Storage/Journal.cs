using System.Text.Json;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Storage;

/// <summary>
/// The append-only file that all durable state comes from, one JSON line per change, written before the request that caused it is
/// answered. A line is handed to the operating system at once, so it outlives the process; nothing waits for the disk. When the file has
/// grown beyond its limit it is written anew without what is void; until the new file is whole and on the disk, the old one counts.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int DraftBufferBytes = 1 << 20;
    private const byte NewLine = (byte)'\n';

    private readonly Lock writing = new();
    private readonly string path;
    private readonly long compactionBytes;
    private FileStream file;
    private long length;
    private long compactAt;

    public Journal(SandboxOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        path = Path.Combine(options.DataFolder, "journal.jsonl");
        compactionBytes = compactAt = options.JournalCompactionBytes;
        try
        {
            file = Open(path, FileMode.OpenOrCreate);
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

            length = lineEnd;
        }

        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        CompactIfLong();
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
            length += line.Length;
            CompactIfLong();
        }
    }

    public void Dispose() => file.Dispose();

    // Not shared: two writers would interleave two histories.
    private static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private void CompactIfLong()
    {
        if (length < compactAt)
        {
            return;
        }

        var lines = JournalCompaction.Compact([.. JournalLines.Read(file).Select(line => line.Line.ToArray())]);
        var draft = Open(path + ".new", FileMode.Create);
        try
        {
            // The buffer is only emptied, not closed: the file stays open as the journal from now on.
            var buffer = new BufferedStream(draft, DraftBufferBytes);
            foreach (var line in lines)
            {
                buffer.Write(line);
                buffer.WriteByte(NewLine);
            }

            buffer.Flush();
            draft.Flush(flushToDisk: true);
            File.Move(draft.Name, path, overwrite: true);
        }
        catch
        {
            draft.Dispose();
            file.Seek(0, SeekOrigin.End);
            throw;
        }

        file.Dispose();
        file = draft;
        length = file.Length;

        // A state that is long by itself is not written anew at every change, but when it has doubled.
        compactAt = Math.Max(compactionBytes, length * 2);
    }

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
