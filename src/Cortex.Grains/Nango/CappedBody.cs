using System.Buffers;

namespace Cortex.Nango;

/// <summary>Reads a body up to a limit and no further, however much the other side sends.</summary>
internal static class CappedBody
{
    private const int ChunkBytes = 16 * 1024;

    public static async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> ReadAsync(HttpContent content, int bytesMax, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new ArrayBufferWriter<byte>(ChunkBytes);
        while (true)
        {
            // One byte beyond the limit tells a body that is cut from one that just fits.
            var room = Math.Min(ChunkBytes, bytesMax - buffer.WrittenCount + 1);
            var read = await stream.ReadAsync(buffer.GetMemory(room)[..room], cancellationToken);
            if (read == 0)
            {
                return (buffer.WrittenMemory, false);
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > bytesMax)
            {
                return (buffer.WrittenMemory[..bytesMax], true);
            }
        }
    }
}
