using System.Globalization;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>One fault of a run.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="At">When, from the beginning of the load.</param>
/// <param name="Lasts">How long; infinite for what nobody ends.</param>
/// <param name="Target">Which silo or API it is done to, counted from 0; 0 for all else.</param>
internal sealed record PlannedFault(FaultKind Kind, TimeSpan At, TimeSpan Lasts, int Target = 0)
{
    /// <summary>How long a slow provider takes at least.</summary>
    public TimeSpan DelayMin { get; init; }

    /// <summary>How long a slow provider takes at most.</summary>
    public TimeSpan DelayMax { get; init; }

    public TimeSpan End => At + Lasts;

    /// <summary>Whether it is done to the providers or to Nango, and not to a process of this machine.</summary>
    public bool IsOutside => Kind is FaultKind.SlowProvider or FaultKind.LostAnswers or FaultKind.NangoLimit;

    public override string ToString()
    {
        var target = Kind is FaultKind.KillSilo or FaultKind.KillApi or FaultKind.FreezeSilo or FaultKind.CutSilo ? $" {Target + 1}" : "";
        var delay = Kind == FaultKind.SlowProvider ? $", answers after {Seconds(DelayMin)} to {Seconds(DelayMax)} s" : "";
        var lasts = Lasts == Timeout.InfiniteTimeSpan ? "" : $" for {Seconds(Lasts)} s";
        return $"{Seconds(At),6} s  {Kind}{target}{lasts}{delay}";
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
}
