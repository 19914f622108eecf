using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Faults;

/// <summary>How a fault is answered over HTTP.</summary>
internal static class FaultResults
{
    /// <summary>The fault's answer after its delay; null when the call goes on. A provider does not learn that the caller has left: what is delayed happens all the same.</summary>
    public static async Task<IResult?> AnswerAsync(this Fault fault, HttpContext http, TimeProvider time, JsonNode? usualBody)
    {
        await fault.DelayAsync(time, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        if (fault.IsReset)
        {
            return new ResetResult();
        }

        if (fault.Status is not { } status)
        {
            return null;
        }

        return Answer(fault, status, http, usualBody);
    }

    /// <summary>The answer that the fault asks for.</summary>
    public static IResult Answer(Fault fault, int status, HttpContext http, JsonNode? usualBody)
    {

        foreach (var (name, value) in fault.Headers ?? [])
        {
            http.Response.Headers[name] = value;
        }

        if ((fault.Body ?? usualBody) is not { } body)
        {
            return Results.StatusCode(status);
        }

        return body is JsonValue text && text.GetValueKind() == JsonValueKind.String
            ? Results.Text(text.GetValue<string>(), "text/plain", Encoding.UTF8, status)
            : Results.Text(SandboxJson.Text(body), "application/json", Encoding.UTF8, status);
    }
}
