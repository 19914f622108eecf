namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Which parts of a program are the labelled ones.</summary>
/// <param name="LeadTime">Not a part of <see cref="Exact"/>, which other scorers of the same labels share; wrong all the same.</param>
internal sealed record ProgramScore(bool Provider, bool Trigger, bool Conditions, bool Tools, bool Inputs, bool LeadTime)
{
    public bool Exact => Provider && Trigger && Conditions && Tools && Inputs;

    public static ProgramScore Of(Expectation.Compiles expected, FlatProgram program)
    {
        var (label, tolerance) = expected;
        var conditions = new ConditionMatch(tolerance);
        var actions = new ActionMatch(tolerance);
        return new(
            program.Provider == label.Provider,
            program.Trigger == label.Trigger || tolerance.Triggers.Contains(program.Trigger ?? ""),
            tolerance.Conditions.Prepend(label.Conditions).Any(accepted => conditions.AreSame(accepted, program.Conditions)),
            actions.AreSame(label.Actions, program.Actions, withInputs: false),
            actions.AreSame(label.Actions, program.Actions, withInputs: true),
            (label.MinutesBefore ?? 0) == (program.MinutesBefore ?? 0));
    }

    /// <summary>The names of the parts with whether each is right.</summary>
    public IEnumerable<(string Part, bool Right)> Parts() =>
    [
        ("provider", Provider), ("trigger", Trigger), ("conditions", Conditions), ("tools", Tools), ("inputs", Inputs), ("exact", Exact), ("lead time", LeadTime),
    ];
}
