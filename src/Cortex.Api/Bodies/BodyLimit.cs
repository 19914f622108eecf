using Microsoft.AspNetCore.Http.Metadata;

namespace Cortex.Api.Bodies;

/// <summary>How long the bodies of a route may be.</summary>
internal sealed class BodyLimit(int bytesMax) : IRequestSizeLimitMetadata
{
    /// <summary>Bytes on the wire per byte of a body that comes in chunks of one byte: the worst that chunking can make of it.</summary>
    private const int ChunkingFactorMax = 8;

    /// <summary>The most bytes of a body; one more is answered with 413.</summary>
    public int BytesMax => bytesMax;

    /// <summary>Kestrel counts what chunking adds, so its limit only catches what our own would not see.</summary>
    public long? MaxRequestBodySize => (long)bytesMax * ChunkingFactorMax;
}
