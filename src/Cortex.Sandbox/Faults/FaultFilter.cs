using System.Text.Json.Nodes;
using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Faults;

/// <summary>Lets the prepared faults happen to a group of routes.</summary>
internal sealed class FaultFilter(Func<HttpContext, int, JsonNode?> usualBody) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var faults = http.RequestServices.GetRequiredService<FaultStore>();
        if (faults.Take($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}", http.Request.Headers[ConnectionHeaders.ConnectionIdHeader]) is not { } fault)
        {
            return await next(context);
        }

        if (fault.IsLag)
        {
            ReplicaLag.Set(http, fault);
        }

        var effect = fault.AfterEffect ? await next(context) : null;
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        return await fault.AnswerAsync(http, time, fault.Status is { } status ? usualBody(http, status) : null) ?? effect ?? await next(context);
    }
}
