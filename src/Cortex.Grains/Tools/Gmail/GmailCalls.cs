using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Calls Gmail's API.</summary>
internal sealed class GmailCalls(INangoClient nango) : ProviderCalls(nango, AccountName)
{
    /// <summary>The account as users call it.</summary>
    public const string AccountName = "Gmail";

    /// <summary>Where the mailbox's messages are.</summary>
    public static ProviderPath Messages { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "messages");

    /// <summary>Where the mailbox's conversations are.</summary>
    public static ProviderPath Threads { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "threads");

    /// <summary>Where the mailbox's drafts are.</summary>
    public static ProviderPath Drafts { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "drafts");

    /// <summary>Where the mailbox's labels are.</summary>
    public static ProviderPath Labels { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "labels");

    /// <summary>Whose the mailbox is.</summary>
    public static ProviderPath Profile { get; } = ProviderPath.Of("gmail", "v1", "users", "me", "profile");

    /// <summary>As <see cref="ProviderCalls.GetAsync(ProviderAccount, ProviderPath, CancellationToken)"/>, on the account of a call.</summary>
    public Task<ProviderAnswer> GetAsync(ToolCall call, ProviderPath path, CancellationToken cancellationToken) => GetAsync(call.Account, path, cancellationToken);

    /// <summary>Reads within a short time, for what can do without; null if there was no answer by then.</summary>
    public async Task<ProviderAnswer?> GetInTimeAsync(ProviderAccount account, ProviderPath path, TimeSpan answerTime, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(answerTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await GetAsync(account, path, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Changes something; the body of a success may be unreadable.</summary>
    public Task<ProviderAnswer> PostAsync(ToolCall call, ProviderPath path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(call, HttpMethod.Post, path, body, cancellationToken);

    protected override ToolResult ErrorOf(int status, JsonElement body, TimeSpan? retryAfter) =>
        GoogleErrors.Of(AccountName, "The email", status, body, retryAfter);
}
