using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Faults;

/// <summary>How a fault is answered over HTTP.</summary>
internal static class FaultResults
{
    /// <summary>The fault's answer after its delay; null when the call goes on.</summary>
    public static async Task<IResult?> AnswerAsync(this Fault fault, HttpContext http, TimeProvider time, JsonNode? usualBody)
    {
        await fault.DelayAsync(time, http.RequestAborted);
        if (fault.IsReset)
        {
            return new ResetResult();
        }

        if (fault.Status is not { } status)
        {
            return null;
        }

        foreach (var (name, value) in fault.Headers ?? [])
        {
            http.Response.Headers[name] = value;
        }

        var body = fault.Body ?? usualBody;
        return body is JsonValue text && text.GetValueKind() == JsonValueKind.String
            ? Results.Text(text.GetValue<string>(), "text/plain", Encoding.UTF8, status)
            : Results.Text(SandboxJson.Text(body), "application/json", Encoding.UTF8, status);
    }
}
