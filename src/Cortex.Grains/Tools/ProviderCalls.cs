using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Nango;

namespace Cortex.Tools;

/// <summary>Calls a provider's API through Nango, and turns whatever goes wrong into a tool's result.</summary>
/// <param name="nango">The only way to a provider.</param>
/// <param name="account">The account as users call it, e.g. <c>Gmail</c>.</param>
internal abstract class ProviderCalls(INangoClient nango, string account)
{
    private const int DepthMax = 1_000;

    /// <summary>The result of a change that succeeded, and whose answer does not say what it made.</summary>
    public ToolResult.Unknown Unconfirmed { get; } = new($"{account}'s answer could not be read.");

    /// <summary>The result of a read whose answer does not say what was asked.</summary>
    public ToolResult.NotDone Unreadable { get; } = new($"{account}'s answer could not be read.");

    /// <summary>Reads. Nothing may be concluded from an answer that cannot be read.</summary>
    public async Task<ProviderAnswer> GetAsync(ProviderAccount account, ProviderPath path, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(account, HttpMethod.Get, path, null, gate: null, cancellationToken);
        return answer.Failure switch
        {
            null when answer.Body.ValueKind != JsonValueKind.Object => answer with { Failure = Unreadable },
            // A read changes nothing, whether or not it took place.
            ToolResult.Unknown unknown => answer with { Failure = new ToolResult.NotDone(unknown.Sentence, unknown.After, unknown.Code) },
            _ => answer,
        };
    }

    /// <summary>Changes something; the body of a success may be unreadable or empty.</summary>
    public Task<ProviderAnswer> SendAsync(ToolCall call, HttpMethod method, ProviderPath path, JsonObject? body, CancellationToken cancellationToken) =>
        SendAsync(call.Account, method, path, body, call.Lease, cancellationToken);

    private async Task<ProviderAnswer> SendAsync(ProviderAccount account, HttpMethod method, ProviderPath path, JsonObject? body, IEffectGate? gate, CancellationToken cancellationToken)
    {
        try
        {
            var response = await nango.CallProviderAsync(
                new(method, path.ToString(), account.ProviderConfigKey, account.ConnectionId, body?.ToJsonString(), Gate: gate), cancellationToken);
            var json = Parse(response.Body);
            return new(response.Status, json, response.IsSuccess ? null : ErrorOf(response.Status, json, response.RetryAfter));
        }
        catch (NangoException failure)
        {
            return new(0, default, ProviderFailures.From(failure, Account));
        }
    }

    /// <summary>The account as users call it.</summary>
    protected string Account { get; } = account;

    /// <summary>What an error of the provider's own means.</summary>
    protected abstract ToolResult ErrorOf(int status, JsonElement body, TimeSpan? retryAfter);

    private static JsonElement Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes(body)), new() { MaxDepth = DepthMax });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
