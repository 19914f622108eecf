using Cortex.Nango;
using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;

namespace Cortex.Connections;

/// <summary>Whose a connection is, and whether it can be used. A connection belongs to whom Nango says: by the tags of its session, never by what a browser sends.</summary>
internal sealed class Ownership(ConnectionStore connections, INangoClient nango, ProviderConfigKeys keys)
{
    /// <summary>Takes a connection into a user's possession if Nango says that it is theirs.</summary>
    /// <returns>True if it is new, false if the user had it.</returns>
    public async Task<Answer<bool>> ClaimAsync(ConnectionKey key, UserId user, string providerConfigKey, string connectionId, CancellationToken cancellationToken)
    {
        if (keys.ProviderOf(providerConfigKey) is not { } provider)
        {
            return new Refusal(RefusalKind.Invalid, $"'{providerConfigKey}' is not an integration of this Cortex; it has {string.Join(", ", keys.All)}.");
        }

        try
        {
            if (await nango.FindConnectionAsync(providerConfigKey, connectionId, CallPriority.User, cancellationToken) is not { } found || found.OwnerUserId != user.Value)
            {
                return Refusals.NotFound("connection");
            }

            var isNew = await connections.SaveAsync(key, user, provider, providerConfigKey, connectionId, found.OwnerEmail, cancellationToken);
            return isNew is { } known ? known : Refusals.NotFound("connection");
        }
        catch (NangoException e)
        {
            return new Refusal(RefusalKind.Unavailable, $"Nango could not be asked whose connection it is ({e.Message}). Try again later.");
        }
    }

    /// <summary>Does what an auth webhook says.</summary>
    public async Task<DeliveryEnd> ApplyAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery e, WebhookDetail.Auth detail, CancellationToken cancellationToken) =>
        (detail.Operation, detail.Success) switch
        {
            _ when e.RedrivenAt is not null => await CatchUpAsync(key, row, e, cancellationToken),
            ("creation" or "override", true) => await ConnectAsync(key, row, e, detail, cancellationToken),
            ("refresh", true) => await SetStatusAsync(key, row, e, ConnectionStatus.Active, "The account works again.", cancellationToken),
            ("refresh", false) => await SetStatusAsync(key, row, e, ConnectionStatus.NeedsReauth, "The account must be connected again.", cancellationToken),
            (_, false) => Ignored(e, $"The account was not connected: {detail.ErrorDescription ?? "Nango gave no reason"}."),
            _ => await LookAgainAsync(key, row, e, cancellationToken),
        };

    private async Task<DeliveryEnd> ConnectAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery e, WebhookDetail.Auth detail, CancellationToken cancellationToken)
    {
        if (keys.ProviderOf(e.ProviderConfigKey) is not { } provider)
        {
            return Ignored(e, $"'{e.ProviderConfigKey}' is not an integration of this Cortex.");
        }

        // A reconnect may come without tags; then the owner is whoever had the connection.
        var owner = row?.User.Value ?? detail.OwnerUserId
            ?? (await nango.FindConnectionAsync(e.ProviderConfigKey, e.ConnectionId, CallPriority.Sync, cancellationToken))?.OwnerUserId;
        if (!UserId.IsValid(owner))
        {
            return Ignored(e, "Nango does not say whose account it is: the session that made it had no tag end_user_id.");
        }

        await connections.SaveAsync(key, new(owner!), provider, e.ProviderConfigKey, e.ConnectionId, detail.OwnerEmail, cancellationToken);
        return Done(e, "The account is connected.");
    }

    private async Task<DeliveryEnd> SetStatusAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery e, string status, string reason, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return Ignored(e, "Nobody has connected this account.");
        }

        await connections.SetStatusAsync(key, status, cancellationToken);
        return Done(e, reason);
    }

    /// <summary>What a delivery said that was given up may have been overtaken since: asks what is true now.</summary>
    private async Task<DeliveryEnd> CatchUpAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery e, CancellationToken cancellationToken)
    {
        if (await nango.FindConnectionAsync(e.ProviderConfigKey, e.ConnectionId, CallPriority.Sync, cancellationToken) is not { } found)
        {
            return Ignored(e, "Nango does not know the account any more.");
        }

        if (keys.ProviderOf(e.ProviderConfigKey) is not { } provider || (row?.User.Value ?? found.OwnerUserId) is not { } owner || !UserId.IsValid(owner))
        {
            return Ignored(e, "Nango does not say whose account it is, or it is of no integration of this Cortex.");
        }

        await connections.SaveAsync(key, new(owner), provider, e.ProviderConfigKey, e.ConnectionId, found.OwnerEmail, cancellationToken);
        if (found.HasAuthError)
        {
            await connections.SetStatusAsync(key, ConnectionStatus.NeedsReauth, cancellationToken);
        }

        return Done(e, found.HasAuthError ? "The account must be connected again." : "The account is connected.");
    }

    /// <summary>For operations that Nango may add, its deletion webhook among them: asks what is true now.</summary>
    private async Task<DeliveryEnd> LookAgainAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery e, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return Ignored(e, "Nobody has connected this account.");
        }

        if (await nango.FindConnectionAsync(e.ProviderConfigKey, e.ConnectionId, CallPriority.Sync, cancellationToken) is not null)
        {
            return Ignored(e, "Nothing about the account has changed.");
        }

        await connections.DeleteAsync(key, row.User, cancellationToken);
        return Done(e, "The account was disconnected at Nango.");
    }

    private static DeliveryEnd Done(PendingDelivery e, string reason) => new(e.Id, Failed: false, "processed", reason, null);

    private static DeliveryEnd Ignored(PendingDelivery e, string reason) => new(e.Id, Failed: false, "ignored", reason, null);
}
