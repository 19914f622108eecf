namespace Cortex.Runs;

/// <summary>Finds the account that a step acts on.</summary>
internal interface IAccounts
{
    /// <summary>The account of a run for a tool of a provider: the one that the run's item came through, or, for a step at another provider, the user's own there.</summary>
    Task<AccountAnswer> FindAsync(RunAccount run, string provider, CancellationToken cancellationToken);
}
