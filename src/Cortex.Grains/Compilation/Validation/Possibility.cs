namespace Cortex.Compilation.Validation;

/// <summary>What is known of a condition before it is asked.</summary>
/// <param name="CanHold">It may come out true.</param>
/// <param name="CanFail">It may come out false.</param>
internal readonly record struct Possibility(bool CanHold, bool CanFail)
{
    public static Possibility Unknown { get; } = new(CanHold: true, CanFail: true);

    public static Possibility Certain(bool holds) => new(holds, !holds);

    public Possibility Negated => new(CanFail, CanHold);
}
