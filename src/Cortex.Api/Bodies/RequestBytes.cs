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
        while (await request.BodyReader.ReadAsync(cancellationToken) is { Buffer: var read } result)
        {
            if (buffer.Length + read.Length > bytesMax)
            {
                throw TooLarge(bytesMax);
            }

            foreach (var segment in read)
            {
                buffer.Write(segment.Span);
            }

            request.BodyReader.AdvanceTo(read.End);
            if (result.IsCompleted)
            {
                break;
            }
        }

        return buffer.ToArray();
    }

    private static BadHttpRequestException TooLarge(int bytesMax) =>
        new($"The body has more than {bytesMax} bytes.", StatusCodes.Status413PayloadTooLarge);
}
