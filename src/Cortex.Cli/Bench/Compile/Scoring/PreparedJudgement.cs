using System.Text.RegularExpressions;
using Cortex.Programs;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>A condition of a program, with the answers that a label has for what it says in words.</summary>
internal sealed partial class PreparedJudgement
{
    private readonly PreparedCondition _condition;
    private readonly Dictionary<Comparison, SemanticVerdict> _fits;
    private readonly Dictionary<Comparison, SemanticVerdict> _fitsNot;

    public PreparedJudgement(Condition condition, FlatProgram label)
    {
        _condition = PreparedCondition.Of(condition);
        var meanings = label.Conditions.Concat(label.Actions.SelectMany(action => action.If)).SelectMany(one => one.Leaves).Where(leaf => leaf.IsSemantic).ToList();
        var says = meanings.Exists(meaning => IsNegative(meaning.Value));
        var comparisons = ComparisonsOf(condition).Where(comparison => comparison.Op == Operator.Semantic).Distinct().ToList();
        _fits = Answers(fits: true);
        _fitsNot = Answers(fits: false);

        // A "not" within the words turns the answer round, unless the label has it there too.
        Dictionary<Comparison, SemanticVerdict> Answers(bool fits) =>
            comparisons.ToDictionary(comparison => comparison, comparison => new SemanticVerdict(fits == (IsNegative(comparison.Value.Text) == says), "As labelled."));
    }

    public Truth TruthOf(LabelledItem item) => _condition.TruthOf(new Facts(item.Fields, item.Before, Judged: item.Means switch
    {
        true => _fits,
        false => _fitsNot,
        null => null,
    }));

    private static IEnumerable<Comparison> ComparisonsOf(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(ComparisonsOf),
        AnyOf any => any.Parts.SelectMany(ComparisonsOf),
        NotOf not => ComparisonsOf(not.Part),
        Comparison comparison => [comparison],
        _ => [],
    };

    private static bool IsNegative(string? words) => words is not null && Negation().IsMatch(words);

    [GeneratedRegex(@"^\W*((is|are|was|were|does|do|did|has|have|it is|it's)\s+)?(not|no|never)\b|^\W*\w+n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negation();
}
