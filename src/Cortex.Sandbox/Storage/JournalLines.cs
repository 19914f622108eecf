namespace Cortex.Sandbox.Storage;

internal static class JournalLines
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>The lines of a file; the last one is not whole if no line end follows it.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Line, bool IsWhole, long End)> Read(Stream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        var buffer = new byte[ChunkBytes];
        var filled = 0;
        long consumed = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = file.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
            var start = 0;
            int length;
            while ((length = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) >= 0)
            {
                consumed += length + 1;
                yield return (buffer.AsMemory(start, length), true, consumed);
                start += length + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
        }

        if (filled > 0)
        {
            yield return (buffer.AsMemory(0, filled), false, consumed + filled);
        }
    }
}
