namespace Cortex.Api.Bodies;

/// <summary>Reads a body as it came. How long it may be is set on the route; Kestrel refuses the rest with 413, chunked or not.</summary>
internal static class RequestBytes
{
    /// <summary>What is reserved before anything has arrived: what a sender claims to send is not believed.</summary>
    private const int FirstBufferBytesMax = 16 * 1024;

    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? FirstBufferBytesMax, FirstBufferBytesMax));
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
