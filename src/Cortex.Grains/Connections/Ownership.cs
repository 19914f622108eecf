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
    public async Task<DeliveryEnd> ApplyAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery delivery, WebhookDetail.Auth detail, CancellationToken cancellationToken) =>
        (detail.Operation, detail.Success) switch
        {
            _ when delivery.RedrivenAt is not null => await CatchUpAsync(key, row, delivery, cancellationToken),
            ("creation" or "override", true) => await ConnectAsync(key, row, delivery, detail, cancellationToken),
            ("refresh", true) => await SetStatusAsync(key, row, delivery, ConnectionStatus.Active, "The account works again.", cancellationToken),
            ("refresh", false) => await SetStatusAsync(key, row, delivery, ConnectionStatus.NeedsReauth, "The account must be connected again.", cancellationToken),
            (_, false) => Ignored(delivery, $"The account was not connected: {detail.ErrorDescription ?? "Nango gave no reason"}."),
            _ => await LookAgainAsync(key, row, delivery, cancellationToken),
        };

    private async Task<DeliveryEnd> ConnectAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery delivery, WebhookDetail.Auth detail, CancellationToken cancellationToken)
    {
        if (keys.ProviderOf(delivery.ProviderConfigKey) is not { } provider)
        {
            return Ignored(delivery, $"'{delivery.ProviderConfigKey}' is not an integration of this Cortex.");
        }

        // A reconnect may come without tags; then the owner is whoever had the connection.
        var owner = row?.User.Value ?? detail.OwnerUserId
            ?? (await nango.FindConnectionAsync(delivery.ProviderConfigKey, delivery.ConnectionId, CallPriority.Sync, cancellationToken))?.OwnerUserId;
        if (!UserId.IsValid(owner))
        {
            return Ignored(delivery, "Nango does not say whose account it is: the session that made it had no tag end_user_id.");
        }

        await connections.SaveAsync(key, new(owner!), provider, delivery.ProviderConfigKey, delivery.ConnectionId, detail.OwnerEmail, cancellationToken);
        return Done(delivery, "The account is connected.");
    }

    private async Task<DeliveryEnd> SetStatusAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery delivery, string status, string reason, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return Ignored(delivery, "Nobody has connected this account.");
        }

        await connections.SetStatusAsync(key, status, cancellationToken);
        return Done(delivery, reason);
    }

    /// <summary>What a delivery said that was given up may have been overtaken since: asks what is true now.</summary>
    private async Task<DeliveryEnd> CatchUpAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery delivery, CancellationToken cancellationToken)
    {
        if (await nango.FindConnectionAsync(delivery.ProviderConfigKey, delivery.ConnectionId, CallPriority.Sync, cancellationToken) is not { } found)
        {
            return Ignored(delivery, "Nango does not know the account any more.");
        }

        if (keys.ProviderOf(delivery.ProviderConfigKey) is not { } provider || (row?.User.Value ?? found.OwnerUserId) is not { } owner || !UserId.IsValid(owner))
        {
            return Ignored(delivery, "Nango does not say whose account it is, or it is of no integration of this Cortex.");
        }

        await connections.SaveAsync(key, new(owner), provider, delivery.ProviderConfigKey, delivery.ConnectionId, found.OwnerEmail, cancellationToken);
        if (found.HasAuthError)
        {
            await connections.SetStatusAsync(key, ConnectionStatus.NeedsReauth, cancellationToken);
        }

        return Done(delivery, found.HasAuthError ? "The account must be connected again." : "The account is connected.");
    }

    /// <summary>For operations that Nango may add, its deletion webhook among them: asks what is true now.</summary>
    private async Task<DeliveryEnd> LookAgainAsync(ConnectionKey key, ConnectionRow? row, PendingDelivery delivery, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return Ignored(delivery, "Nobody has connected this account.");
        }

        if (await nango.FindConnectionAsync(delivery.ProviderConfigKey, delivery.ConnectionId, CallPriority.Sync, cancellationToken) is not null)
        {
            return Ignored(delivery, "Nothing about the account has changed.");
        }

        await connections.DeleteAsync(key, row.User, cancellationToken);
        return Done(delivery, "The account was disconnected at Nango.");
    }

    private static DeliveryEnd Done(PendingDelivery delivery, string reason) => new(delivery.Id, Failed: false, "processed", reason, null);

    private static DeliveryEnd Ignored(PendingDelivery delivery, string reason) => new(delivery.Id, Failed: false, "ignored", reason, null);
}
