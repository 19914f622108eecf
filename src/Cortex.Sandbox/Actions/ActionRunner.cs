using System.Text.Json.Nodes;
using Cortex.Sandbox.Calls;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Records;
using Microsoft.AspNetCore.WebUtilities;

namespace Cortex.Sandbox.Actions;

/// <summary>Runs an action: its call reaches the same provider, meets the same faults and is written down like a proxied one.</summary>
internal sealed class ActionRunner(
    IEnumerable<IProvider> providers, FaultStore faults, CallLog calls, CredentialRefresh refresh, TimeProvider time)
{
    private readonly Dictionary<string, IProvider> providers = providers.ToDictionary(provider => provider.Name);

    public async Task<ActionOutcome> RunAsync(
        Connection connection, Func<ActionInput, ActionCall> action, JsonNode? given, CancellationToken cancellationToken)
    {
        var input = new ActionInput(given);
        var call = action(input);
        if (!input.IsValid)
        {
            return ActionErrors.InvalidInput(given);
        }

        if (refresh.Check(connection) is { } refusal)
        {
            return ActionErrors.Upstream(refusal.Status, refusal.Body);
        }

        return await CallAsync(connection, call, cancellationToken) switch
        {
            null => ActionErrors.Failed("socket hang up"),
            { Status: >= 400 } refused => ActionErrors.Upstream(refused.Status, refused.Body),
            { } done => new ActionOutcome(StatusCodes.Status200OK, done.Body),
        };
    }

    /// <summary>The provider's answer; null when the connection to it was cut.</summary>
    private async Task<ProviderResponse?> CallAsync(Connection connection, ActionCall call, CancellationToken cancellationToken)
    {
        var provider = providers[connection.Provider];
        var query = call.Query.Length > 0 ? $"?{call.Query}" : "";
        var fault = faults.Take($"{call.Method} /proxy{call.Path}{query}", connection.ConnectionId);
        await (fault?.DelayAsync(time, cancellationToken) ?? Task.CompletedTask);
        var effect = fault is null or { AfterEffect: true } or { Status: null, IsReset: false } ? provider.Handle(Request(connection, call)) : null;
        var response = fault switch
        {
            { Status: { } status } => new ProviderResponse(status, fault.Body ?? provider.UsualError(status)),
            { IsReset: true } => null,
            _ => effect,
        };
        calls.Add(new ProviderCall(
            RecordTime.Iso(time.GetUtcNow()), call.Method, call.Path, call.Query, connection.ConnectionId, connection.ProviderConfigKey,
            new Dictionary<string, string>(), call.Body, response?.Status));
        return response;
    }

    private static ProviderRequest Request(Connection connection, ActionCall call)
    {
        var segments = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString);
        var query = new QueryCollection(QueryHelpers.ParseQuery(call.Query));
        var body = call.Body is null ? [] : System.Text.Encoding.UTF8.GetBytes(Json.SandboxJson.Text(call.Body));
        return new ProviderRequest(connection, call.Method, [.. segments], query, body);
    }
}
