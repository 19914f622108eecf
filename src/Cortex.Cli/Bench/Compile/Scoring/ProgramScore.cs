namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Which parts of a program are the labelled ones.</summary>
/// <param name="LeadTime">How long before an event.</param>
/// <param name="Edge">Whether what must have become true by this very event is asked for so.</param>
internal sealed record ProgramScore(bool Provider, bool Trigger, bool Conditions, bool Tools, bool Inputs, bool LeadTime, bool Edge)
{
    /// <summary>The measure that other scorers of the same labels share.</summary>
    public bool Exact => Provider && Trigger && Conditions && Tools && Inputs;

    /// <summary>Would run when and as labelled: <see cref="Exact"/>, and the rest too.</summary>
    public bool Faithful => Exact && LeadTime && Edge;

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
            (label.MinutesBefore ?? 0) == (program.MinutesBefore ?? 0),
            program.Trigger != label.Trigger || !label.Conditions.Any(condition => condition.HasEdge) || program.Conditions.Any(condition => condition.HasEdge));
    }

    /// <summary>The names of the parts with whether each is right.</summary>
    public IEnumerable<(string Part, bool Right)> Parts() =>
    [
        ("provider", Provider), ("trigger", Trigger), ("conditions", Conditions), ("tools", Tools), ("inputs", Inputs), ("exact", Exact), ("lead time", LeadTime), ("edge", Edge),
    ];
}
