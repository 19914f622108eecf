namespace Cortex.Nango.Budget;

/// <summary>What stands between the client and Nango's limit for the account.</summary>
internal interface INangoBudget
{
    /// <summary>Returns when a call may go out.</summary>
    /// <exception cref="NangoException">It may not now, and was not sent.</exception>
    Task TakeAsync(CallPriority priority, CancellationToken cancellationToken);

    /// <summary>Learns from an answer of Nango's.</summary>
    /// <param name="notice">What it said of the limit, or null.</param>
    /// <param name="pause">How long Nango wants no call of the account, because it refused this one for the limit; zero if it did not.</param>
    /// <param name="cancellationToken">Ends the telling of others.</param>
    Task LearnAsync(NangoRateNotice? notice, TimeSpan pause, CancellationToken cancellationToken);
}
