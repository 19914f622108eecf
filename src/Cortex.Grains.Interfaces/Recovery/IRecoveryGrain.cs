namespace Cortex;

/// <summary>One activation in the whole cluster, key <see cref="Key"/>: finds deliveries and runs that have been open too long and pokes their grains.</summary>
[Alias("cortex.recovery")]
public interface IRecoveryGrain : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    public const string Key = "default";

    /// <summary>Sweeps now, unless the last sweep was only just; every silo asks for it every few seconds.</summary>
    [Alias("sweep")]
    Task SweepAsync(CancellationToken cancellationToken);
}
