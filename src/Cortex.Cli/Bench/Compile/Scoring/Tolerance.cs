namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Other readings of a valid prompt that its label accepts.</summary>
/// <param name="Triggers">Other triggers.</param>
/// <param name="Conditions">Whole other lists of conditions.</param>
/// <param name="Operators">Other operators, by the field's name as labelled.</param>
/// <param name="Values">Other values, by the field's name as labelled; compared to the letter.</param>
/// <param name="Tools">Tools that stand in for any of the labelled ones.</param>
/// <param name="ExtraTools">Tools that may be there besides.</param>
/// <param name="ExtraConditions">Conditions that may be there besides.</param>
/// <param name="Refusals">Refusals that are right as well.</param>
internal sealed record Tolerance(
    IReadOnlySet<string> Triggers,
    IReadOnlyList<IReadOnlyList<FlatCondition>> Conditions,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Operators,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Values,
    IReadOnlySet<string> Tools,
    IReadOnlySet<string> ExtraTools,
    IReadOnlyList<FlatCondition> ExtraConditions,
    IReadOnlySet<string> Refusals);
