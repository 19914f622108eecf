using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Nango;

/// <summary>
/// What stands between a call and its provider: a token that must be good. A broken connection refuses in Nango's order: the refresh
/// that the call causes fails, and for a while after it none is tried.
/// </summary>
internal sealed class CredentialRefresh(
    ConnectionStore connections, WebhookSender webhooks, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>After a failed refresh the next one waits this long.</summary>
    public static readonly TimeSpan Backoff = TimeSpan.FromSeconds(30);

    /// <summary>Null when the token is good, otherwise what Nango answers in place of the provider.</summary>
    public IResult? Refusal(Connection connection)
        => Check(connection) is { } refusal ? NangoResults.Json(refusal.Body, refusal.Status) : null;

    /// <summary>The same, not yet an answer.</summary>
    public NangoRefusal? Check(Connection connection)
    {
        if (connection.RefreshFailure is not { } failure)
        {
            return null;
        }

        if (failure.IsExhausted)
        {
            return Failed(StatusCodes.Status424FailedDependency, "The refresh limit has been reached for this connection.");
        }

        var now = time.GetUtcNow();
        if (failure.LastTriedAt is { } tried && now - tried < Backoff)
        {
            return new NangoRefusal(
                StatusCodes.Status424FailedDependency,
                NangoResults.Envelope("connection_refresh_backoff", "A recent refresh attempt failed. Backing off before retrying."));
        }

        connections.Change(
            connection.ConnectionId,
            connection.ProviderConfigKey,
            known => known.RefreshFailure is null ? known : known with { RefreshFailure = failure with { LastTriedAt = now } });
        _ = webhooks.SendAsync(WebhookBodies.RefreshFailed(connection), 1, lifetime.ApplicationStopping);
        return Failed(failure.Status, WebhookBodies.RefreshRefused);
    }

    private static NangoRefusal Failed(int status, string why)
        => new(status, NangoResults.Envelope("server_error", $"Failed to get connection credentials: '{why}'"));
}
