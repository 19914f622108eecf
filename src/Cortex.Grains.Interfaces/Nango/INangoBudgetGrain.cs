namespace Cortex;

/// <summary>
/// One activation in the whole cluster, key <see cref="Key"/>: shares out the calls that Nango allows the account in a minute.
/// It knows only what silos tell it, and forgets all of it without harm: the next answer of Nango's says it again.
/// </summary>
[Alias("cortex.nango-budget")]
public interface INangoBudgetGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    public const string Key = "default";

    /// <summary>Leases a few calls to a silo, which spends them by itself or gives them back.</summary>
    [Alias("lease")]
    Task<NangoLease> LeaseAsync(NangoLeaseRequest request, CancellationToken cancellationToken);

    /// <summary>Tells what cannot wait for the next lease.</summary>
    /// <param name="notice">The first that a silo hears of the limit, or null.</param>
    /// <param name="pause">How long nothing may be leased to anyone, because Nango has refused a call; zero if it has not.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Alias("report")]
    Task ReportAsync(NangoRateNotice? notice, TimeSpan pause, CancellationToken cancellationToken);
}
