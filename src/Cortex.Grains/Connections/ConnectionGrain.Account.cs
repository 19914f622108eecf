using Cortex.Nango;
using Cortex.Scheduling;

namespace Cortex.Connections;

/// <summary>The part of a connection's story that is about the account: whose it is, and whether it works.</summary>
internal sealed partial class ConnectionGrain
{
    /// <summary>
    /// How soon an account is looked at again after a run was refused, doubling while looks and runs disagree: Nango refuses for 30 s after every failed refresh, and knows of a consent that was withdrawn
    /// at the provider only when it next refreshes.
    /// </summary>
    private static readonly Backoff RefusedBackoff = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    public async Task ReportRefusedAsync(CancellationToken cancellationToken)
    {
        if (await connections.ReportRefusedAsync(Key, cancellationToken) is { } refusals)
        {
            LogNeedsUser(logger, Key);
            await connections.ReconcileAfterAsync(Key, RefusedBackoff.After(refusals), cancellationToken);
        }
    }

    public async Task<Answer<bool>> ConnectAsync(UserId user, string providerConfigKey, string connectionId, CancellationToken cancellationToken)
    {
        var answer = await ownership.ClaimAsync(Key, user, providerConfigKey, connectionId, cancellationToken);
        if (!answer.IsRefused)
        {
            await deliveries.WakeAsync(Key, cancellationToken);
            await PokeAsync(cancellationToken);
        }

        return answer;
    }

    public async Task<Answer<bool>> DisconnectAsync(UserId user, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(Key, cancellationToken) is not { } row || row.User != user)
        {
            return Refusals.NotFound("connection");
        }

        try
        {
            await nango.DeleteConnectionAsync(row.ProviderConfigKey, row.ConnectionId, cancellationToken);
        }
        catch (NangoException e)
        {
            return new Refusal(RefusalKind.Unavailable, $"Nango did not remove the connection ({e.Message}). Try again later.");
        }

        await connections.DeleteAsync(Key, user, cancellationToken);
        return true;
    }

    /// <summary>The delivery is of the user who has the connection afterwards, or had it before.</summary>
    private async Task AuthoriseAsync(DeliveryWork.Authorise work, CancellationToken cancellationToken)
    {
        var before = _state?.Row;
        await connections.ForgetRefusalsAsync(Key, cancellationToken);
        var end = await ownership.ApplyAsync(Key, before, work.Delivery, work.Detail, cancellationToken);
        await LoadAsync(cancellationToken);
        await EndAsync(work.Delivery, end, cancellationToken, before?.User);
    }
}
