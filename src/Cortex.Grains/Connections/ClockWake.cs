using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Storage.Connections;

namespace Cortex.Connections;

/// <summary>Tells a user's connections to look at the clock again after an automation that waits for it was made or changed.</summary>
internal sealed class ClockWake(ConnectionStore connections, IGrainFactory grains)
{
    /// <summary>Accounts of one user at one provider that are told.</summary>
    private const int AccountsMax = 20;

    public async Task WakeAsync(UserId user, Trigger trigger, CancellationToken cancellationToken)
    {
        if (CortexCatalog.Known.FindTrigger(trigger.Provider, trigger.Event) is not { IsTimed: true })
        {
            return;
        }

        foreach (var row in await connections.ListAsync(user, trigger.Provider, AccountsMax, cancellationToken))
        {
            await grains.Connection(row.Key).PokeAsync(cancellationToken);
        }
    }
}
