using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Faults;

/// <summary>Lets the prepared faults happen to a group of routes.</summary>
internal sealed class FaultFilter(Func<int, JsonNode?> usualBody) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var faults = http.RequestServices.GetRequiredService<FaultStore>();
        if (faults.Take($"{http.Request.Method} {http.Request.Path}") is not { } fault)
        {
            return await next(context);
        }

        var effect = fault.AfterEffect ? await next(context) : null;
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        return await fault.AnswerAsync(http, time, usualBody(fault.Status ?? 0)) ?? effect ?? await next(context);
    }
}
