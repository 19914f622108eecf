using System.Buffers;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http.Features;

namespace Cortex.Api.Streams;

/// <summary>Sends a stream's messages as server-sent events until it ends.</summary>
internal sealed class StreamResult(LiveStream stream, StreamLife life) : IResult
{
    public const string ContentType = "text/event-stream";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var _ = life;
        using var __ = stream;
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        try
        {
            await SseFormatter.WriteAsync(stream.ReadAsync(life.End), response.Body, static (item, body) => body.Write(item.Data), life.End);
        }
        catch (OperationCanceledException) when (life.End.IsCancellationRequested)
        {
            // The client left, its token expired, or the process stops: the answer ends here.
        }
    }
}
