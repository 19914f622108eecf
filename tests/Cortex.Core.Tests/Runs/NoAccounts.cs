using Cortex.Runs;

namespace Cortex.Core.Tests.Runs;

/// <summary>For programs whose steps need no account.</summary>
internal sealed class NoAccounts : IAccounts
{
    public Task<AccountAnswer> FindAsync(RunAccount run, string provider, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"No step of this program is one of {provider}.");
}
