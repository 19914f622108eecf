using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Storage;
using Cortex.Storage.Connections;
using Microsoft.Extensions.Logging;

namespace Cortex.Connections;

/// <summary>Tells a user's connections to look at the clock again after an automation that waits for it was made or changed. A hint: what was changed stays changed if it fails.</summary>
internal sealed partial class ClockWake(ConnectionStore connections, IGrainFactory grains, ILogger<ClockWake> logger)
{
    /// <summary>Accounts of one user at one provider that are told.</summary>
    private const int AccountsMax = 20;

    public async Task WakeAsync(UserId user, Trigger trigger, CancellationToken cancellationToken)
    {
        if (CortexCatalog.Known.FindTrigger(trigger.Provider, trigger.Event) is not { IsTimed: true })
        {
            return;
        }

        try
        {
            foreach (var row in await connections.ListAsync(user, trigger.Provider, AccountsMax, cancellationToken))
            {
                await grains.Connection(row.Key).PokeAsync(cancellationToken);
            }
        }
        catch (Exception e) when (e is StorageException or OrleansException or TimeoutException or UnavailableException)
        {
            LogNotTold(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection could not be told of a new automation that waits for the clock; it notices with its next event or turn: {Error}")]
    private static partial void LogNotTold(ILogger logger, string error);
}
