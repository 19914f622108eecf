using System.Text.Json;

namespace Cortex.Sandbox.Control;

/// <summary>A body that does not fit its route is answered with the reader's own words, which name the member at fault.</summary>
internal sealed class BadRequestMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            var reason = fault.InnerException is JsonException json ? json.Message : fault.Message;
            context.Response.StatusCode = fault.StatusCode;
            await context.Response.WriteAsJsonAsync(new { error = reason }, context.RequestAborted);
        }
    }
}
