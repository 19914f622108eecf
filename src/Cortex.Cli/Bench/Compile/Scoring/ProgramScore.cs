namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Which parts of a program are the labelled ones.</summary>
/// <param name="Conditions">Of the trigger; where the label has items, those that are met are the labelled ones too.</param>
/// <param name="Ifs">The conditions of the steps.</param>
/// <param name="LeadTime">How long before an event.</param>
/// <param name="Edge">Whether what must have become true by this very event is asked for so.</param>
/// <param name="Behaviour">What it does with the label's items; null where there are none to try it on.</param>
internal sealed record ProgramScore(bool Provider, bool Trigger, bool Conditions, bool Tools, bool Inputs, bool Ifs, bool LeadTime, bool Edge, Behaviour? Behaviour = null)
{
    /// <summary>Whether it is the labelled program.</summary>
    public bool Exact => Provider && Trigger && Conditions && Tools && Inputs && Ifs;

    /// <summary>Would run when and as labelled: <see cref="Exact"/>, and the rest too.</summary>
    public bool Faithful => Exact && LeadTime && Edge;

    /// <summary>Whether it does with the label's items as labelled, however it is written; where no item decides it, whether it is written so.</summary>
    public bool Behaves => Behaviour is { Fires: { } fires } behaviour ? Provider && Trigger && LeadTime && fires && behaviour.Runs : Faithful;

    public static ProgramScore Of(Expectation.Compiles expected, Prediction prediction) => Of(expected, FlatProgramReader.Read(prediction.Program!.Value), prediction);

    private static ProgramScore Of(Expectation.Compiles expected, FlatProgram program, Prediction prediction)
    {
        var (label, tolerance, items) = expected;

        // The items are of the labelled event: of another they say nothing.
        var behaviour = items.Count > 0 && program.Trigger == label.Trigger && prediction.Typed is { } typed ? Scoring.Behaviour.Of(expected, typed, program) : null;
        var conditions = new ConditionMatch(tolerance, behaviour?.Fires ?? false);
        var pairs = new ActionMatch(tolerance).Pair(label.Actions, program.Actions);
        return new(
            program.Provider == label.Provider,
            program.Trigger == label.Trigger || tolerance.Triggers.Contains(program.Trigger ?? ""),
            (behaviour?.Fires ?? true) && tolerance.Conditions.Prepend(label.Conditions).Any(accepted => conditions.AreSame(accepted, program.Conditions)),
            pairs is not null,
            pairs?.All(pair => ActionMatch.HasInputs(pair.Label, pair.Step)) ?? false,
            pairs?.All(pair => conditions.AreSame(pair.Label.If, pair.Step.If)) ?? false,
            (label.MinutesBefore ?? 0) == (program.MinutesBefore ?? 0),
            program.Trigger != label.Trigger || !label.Conditions.Any(condition => condition.HasEdge) || program.Conditions.Any(condition => condition.HasEdge),
            behaviour);
    }

    /// <summary>The names of the parts with whether each is right.</summary>
    public IEnumerable<(string Part, bool Right)> Parts() =>
    [
        ("provider", Provider), ("trigger", Trigger), ("conditions", Conditions), ("tools", Tools), ("inputs", Inputs), ("step conditions", Ifs), ("exact", Exact), ("lead time", LeadTime), ("edge", Edge),
        ("behaves", Behaves),
    ];
}
