using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Calls Gmail's API through Nango, and turns whatever goes wrong into a tool's result.</summary>
internal sealed class GmailCalls(INangoClient nango)
{
    /// <summary>The account as users call it.</summary>
    public const string Account = "Gmail";

    private const int DepthMax = 1_000;

    /// <summary>Where the mailbox's messages are.</summary>
    public static ProviderPath Messages { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "messages");

    /// <summary>Where the mailbox's labels are.</summary>
    public static ProviderPath Labels { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "labels");

    /// <summary>Whose the mailbox is.</summary>
    public static ProviderPath Profile { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "profile");

    /// <summary>Reads. An answer that cannot be read is a <see cref="ToolResult.Retry"/>: nothing may be concluded from it.</summary>
    public async Task<GmailAnswer> GetAsync(ToolCall call, ProviderPath path, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(call, HttpMethod.Get, path, null, cancellationToken);
        return answer.Failure is null && answer.Body.ValueKind != JsonValueKind.Object ? answer with { Failure = Unreadable } : answer;
    }

    /// <summary>Changes something; the body of a success may be unreadable.</summary>
    public Task<GmailAnswer> PostAsync(ToolCall call, ProviderPath path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(call, HttpMethod.Post, path, body.ToJsonString(), cancellationToken);

    /// <summary>What is made of a success whose body says nothing.</summary>
    public static ToolResult.Retry Unreadable { get; } = new("Gmail's answer could not be read.");

    private async Task<GmailAnswer> SendAsync(ToolCall call, HttpMethod method, ProviderPath path, string? body, CancellationToken cancellationToken)
    {
        try
        {
            var response = await nango.CallProviderAsync(new(method, path.ToString(), call.ProviderConfigKey, call.ConnectionId, body), cancellationToken);
            var json = Parse(response.Body);
            return new(response.Status, json, response.IsSuccess ? null : GmailErrors.Of(response.Status, json, response.RetryAfter));
        }
        catch (NangoException failure)
        {
            return new(0, default, ProviderFailures.From(failure, Account));
        }
    }

    private static JsonElement Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(WellFormedJson.Repair(System.Text.Encoding.UTF8.GetBytes(body)), new() { MaxDepth = DepthMax });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
