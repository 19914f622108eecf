using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>Decides a condition as far as that can be done without the model (Kleene's three values). Pure.</summary>
internal static class ThreeValued
{
    public static Truth TruthOf(Condition condition, in Facts facts) => condition switch
    {
        AllOf all => All(all.Parts, facts),
        AnyOf any => Any(any.Parts, facts),
        NotOf not => Not(TruthOf(not.Part, facts)),
        Comparison { Op: Operator.Semantic } semantic => facts.Judged?.GetValueOrDefault(semantic) is { } verdict ? Of(verdict.Holds) : Truth.Unknown,
        _ => Of(PreparedCondition.Of(condition).Holds(facts.Fields)),
    };

    /// <summary>The conditions in words on which the result depends; none when it is certain.</summary>
    public static IReadOnlyList<Comparison> Undecided(Condition condition, in Facts facts)
    {
        List<Comparison> open = [];
        Collect(condition, facts, open);
        return open;
    }

    /// <summary>Of a condition that certainly does not hold: the first part that fails, in words, and what it saw.</summary>
    public static Verdict Failure(Condition condition, in Facts facts)
    {
        if (!HasSemantic(condition))
        {
            return PreparedCondition.Of(condition).Failure(facts.Fields);
        }

        if (condition is AllOf all)
        {
            foreach (var part in all.Parts)
            {
                if (TruthOf(part, facts) == Truth.False)
                {
                    return Failure(part, facts);
                }
            }
        }

        return new(Holds: false, ConditionWords.Sentence(condition, CortexCatalog.Known));
    }

    /// <summary>Whether any part is for the model to judge.</summary>
    public static bool HasSemantic(Condition condition) => condition switch
    {
        AllOf all => all.Parts.Any(HasSemantic),
        AnyOf any => any.Parts.Any(HasSemantic),
        NotOf not => HasSemantic(not.Part),
        Comparison comparison => comparison.Op == Operator.Semantic,
        _ => false,
    };

    /// <summary>A comparison as people read it.</summary>
    public static string Words(Comparison comparison) => ConditionWords.Sentence(comparison, CortexCatalog.Known);

    private static void Collect(Condition condition, in Facts facts, List<Comparison> open)
    {
        if (TruthOf(condition, facts) != Truth.Unknown)
        {
            return;
        }

        switch (condition)
        {
            case AllOf all:
                CollectAll(all.Parts, facts, open);
                break;
            case AnyOf any:
                CollectAll(any.Parts, facts, open);
                break;
            case NotOf not:
                Collect(not.Part, facts, open);
                break;
            case Comparison comparison when !open.Contains(comparison):
                open.Add(comparison);
                break;
        }
    }

    private static void CollectAll(IReadOnlyList<Condition> parts, in Facts facts, List<Comparison> open)
    {
        foreach (var part in parts)
        {
            Collect(part, facts, open);
        }
    }

    private static Truth All(IReadOnlyList<Condition> parts, in Facts facts)
    {
        var result = Truth.True;
        foreach (var part in parts)
        {
            switch (TruthOf(part, facts))
            {
                case Truth.False:
                    return Truth.False;
                case Truth.Unknown:
                    result = Truth.Unknown;
                    break;
            }
        }

        return result;
    }

    private static Truth Any(IReadOnlyList<Condition> parts, in Facts facts)
    {
        var result = Truth.False;
        foreach (var part in parts)
        {
            switch (TruthOf(part, facts))
            {
                case Truth.True:
                    return Truth.True;
                case Truth.Unknown:
                    result = Truth.Unknown;
                    break;
            }
        }

        return result;
    }

    private static Truth Not(Truth truth) => truth switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Unknown,
    };

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
