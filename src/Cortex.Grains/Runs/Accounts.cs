using Cortex.Storage.Connections;
using Cortex.Storage.Errors;
using Cortex.Tools;

namespace Cortex.Runs;

/// <inheritdoc cref="IAccounts"/>
/// <remarks>
/// Of several accounts at another provider the oldest that works is taken, or the oldest: the same one every time, whatever an item says.
/// An account that is known to need its user is not called at all, so that nobody hammers a dead connection.
/// </remarks>
internal sealed class Accounts(ConnectionStore connections) : IAccounts
{
    public async Task<AccountAnswer> FindAsync(RunAccount run, string provider, CancellationToken cancellationToken)
    {
        var row = provider == run.Provider
            ? await connections.FindAsync(run.Connection, cancellationToken)
            : await connections.FindAsync(run.User, provider, cancellationToken);
        var name = Providers.NameOf(provider);
        return row switch
        {
            null when provider == run.Provider => new(null, null, new ToolResult.Failed($"The {name} account that this came from is no longer connected. Connect it again; what arrives then is processed.", ErrorCodes.AccountNotConnected)),
            null => new(null, null, new ToolResult.Failed($"No {name} account is connected. Connect {name}, then retry this run.", ErrorCodes.AccountNotConnected)),
            _ when row.User != run.User => new(null, null, new ToolResult.Failed($"The {name} account is not yours any more.", ErrorCodes.AccountNotConnected)),
            { Status: ConnectionStatus.NeedsReauth } => new(row.Key, null, ProviderFailures.NeedsReauth(name)),
            _ => new(row.Key, new(row.ProviderConfigKey, row.ConnectionId), null),
        };
    }
}
