using System.Buffers;

namespace Cortex.Api.Bodies;

/// <summary>Reads a body as it came, up to the <see cref="BodyLimit"/> of its route.</summary>
internal static class RequestBytes
{
    /// <summary>What is reserved before anything has arrived: what a sender claims to send is not believed.</summary>
    private const int FirstBufferBytesMax = 16 * 1024;

    /// <exception cref="BadHttpRequestException">The body is too long (413), or broken off.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var bytesMax = context.GetEndpoint()!.Metadata.GetRequiredMetadata<BodyLimit>().BytesMax;
        if (request.ContentLength > bytesMax)
        {
            throw TooLarge(bytesMax);
        }

        using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? FirstBufferBytesMax, FirstBufferBytesMax));
        bool isComplete;
        do
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            var isTooLarge = buffer.Length + read.Buffer.Length > bytesMax;
            if (!isTooLarge)
            {
                Append(read.Buffer, buffer);
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            isComplete = read.IsCompleted;
            if (isTooLarge)
            {
                throw TooLarge(bytesMax);
            }
        }
        while (!isComplete);

        return buffer.ToArray();
    }

    private static void Append(ReadOnlySequence<byte> read, MemoryStream buffer)
    {
        foreach (var segment in read)
        {
            buffer.Write(segment.Span);
        }
    }

    private static BadHttpRequestException TooLarge(int bytesMax) =>
        new($"The body has more than {bytesMax} bytes.", StatusCodes.Status413PayloadTooLarge);
}
