using System.Buffers;

namespace Cortex.Nango;

/// <summary>Reads a body up to a limit and no further, however much the other side sends.</summary>
internal static class CappedBody
{
    private const int ChunkBytes = 16 * 1024;

    /// <summary>Reads a body.</summary>
    /// <param name="content">The body.</param>
    /// <param name="bytesMax">How much of it is read.</param>
    /// <param name="enterLarge">Its turn is waited for before more than <see cref="NangoOptions.SmallAnswerBytesMax"/> are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> ReadAsync(HttpContent content, int bytesMax, Func<CancellationToken, Task<IDisposable?>> enterLarge, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new ArrayBufferWriter<byte>(ChunkBytes);
        if (await ReadAsync(stream, buffer, Math.Min(bytesMax, NangoOptions.SmallAnswerBytesMax), cancellationToken))
        {
            return (buffer.WrittenMemory, false);
        }

        if (buffer.WrittenCount > bytesMax)
        {
            return (buffer.WrittenMemory[..bytesMax], true);
        }

        using var turn = await enterLarge(cancellationToken);
        return await ReadAsync(stream, buffer, bytesMax, cancellationToken) ? (buffer.WrittenMemory, false) : (buffer.WrittenMemory[..bytesMax], true);
    }

    /// <summary>Reads until the end, or one byte beyond the limit, which tells a body that is longer from one that just fits.</summary>
    /// <returns>Whether it came to the end.</returns>
    private static async Task<bool> ReadAsync(Stream stream, ArrayBufferWriter<byte> buffer, int bytesMax, CancellationToken cancellationToken)
    {
        while (buffer.WrittenCount <= bytesMax)
        {
            var room = Math.Min(ChunkBytes, bytesMax - buffer.WrittenCount + 1);
            var read = await stream.ReadAsync(buffer.GetMemory(room)[..room], cancellationToken);
            if (read == 0)
            {
                return true;
            }

            buffer.Advance(read);
        }

        return false;
    }
}
