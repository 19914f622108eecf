using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Webhooks;

/// <summary>Which webhooks a Nango environment sends, with the defaults of a new one.</summary>
/// <param name="OnAuthCreation">A connection was made, or could not be.</param>
/// <param name="OnAuthRefreshError">A token could not be refreshed, or can be again.</param>
/// <param name="OnConnectionDeletion">A connection was deleted.</param>
/// <param name="OnSyncCompletionAlways">Runs that changed nothing tell it too.</param>
/// <param name="OnSyncError">A run failed.</param>
/// <param name="OnAsyncActionCompletion">An action that was not waited for is over.</param>
/// <param name="ForwardWebhooks">What providers post is passed on.</param>
internal sealed record EnvironmentSwitches(
    bool OnAuthCreation = true,
    bool OnAuthRefreshError = true,
    bool OnConnectionDeletion = false,
    bool OnSyncCompletionAlways = true,
    bool OnSyncError = true,
    bool OnAsyncActionCompletion = true,
    bool ForwardWebhooks = true)
{
    /// <summary>Whether a webhook of Nango's own goes out. A re-authorised connection is always told; a deletion is judged by who deletes.</summary>
    public bool Lets(JsonNode body) => (WebhookLabel.Text(body, "type"), WebhookLabel.Text(body, "operation")) switch
    {
        ("auth", "creation") => OnAuthCreation,
        ("auth", "refresh") => OnAuthRefreshError,
        ("sync", _) => body["success"]?.GetValueKind() == System.Text.Json.JsonValueKind.False ? OnSyncError : OnSyncCompletionAlways || HasChanges(body),
        ("async_action", _) => OnAsyncActionCompletion,
        _ => true,
    };

    private static bool HasChanges(JsonNode body)
        => body["responseResults"] is JsonObject results && results.Any(count => count.Value!.GetValue<int>() > 0);
}
