using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Denials of a list that say that one of several is not so, where a condition could only say that none is: "an attendee isn't from x.example", "someone other than Ana".</summary>
internal static class SomeOfSeveral
{
    /// <summary>Words that speak of one of several, or of all.</summary>
    private static readonly FrozenSet<string> Some = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "a", "an", "some", "someone", "somebody", "anyone", "anybody", "people", "person", "one", "all", "every", "everyone", "everybody", "each", "whoever", "others");

    private static readonly FrozenSet<string> All = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "all", "every", "everyone", "everybody", "each", "only");

    /// <summary>Words that deny what follows, or except it.</summary>
    private static readonly FrozenSet<string> Denying = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "not", "no", "never", "without", "other", "but", "except", "besides", "apart", "outside", "excluding", "lacks", "lack", "missing");

    /// <summary>Of them, those that except: "to people <c>besides</c> Ana".</summary>
    private static readonly FrozenSet<string> Excepting = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "other", "but", "except", "besides", "apart", "excluding");

    /// <param name="clause">The condition.</param>
    /// <param name="said">Its words.</param>
    /// <param name="item">What it is a condition of.</param>
    public static bool Is(Clause clause, string said, ItemKind item)
    {
        var words = QuotedText.Outside(said).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isOfList = ConditionSize.Leaves(clause.Condition).All(leaf => leaf.Op != Operator.Exists && item.Find(leaf.Field) is { IsList: true });
        if (clause.Condition is not NotOf { Part: var denied })
        {
            // "With everyone from x.example" is more than somebody from there.
            return isOfList && words.Any(word => All.Contains(word));
        }

        var denial = Array.FindIndex(words, word => Denying.Contains(word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase));
        if (denial < 0)
        {
            return false;
        }

        // "Ana or Bo is not attending", "the subject or body doesn't contain …": one of them, or both.
        var before = words[..denial];
        if (before.Contains("or", StringComparer.OrdinalIgnoreCase) && denied is AnyOf)
        {
            return true;
        }

        if (!isOfList)
        {
            return false;
        }

        // "Not sent to Ana and Bo": not to both of them, or to neither.
        var and = Array.FindIndex(words, denial, word => word.Equals("and", StringComparison.OrdinalIgnoreCase));
        return (denied is AnyOf && and > 0 && and + 1 < words.Length && !Denying.Contains(words[and + 1]))
            || before.Any(Some.Contains) || words.Any(All.Contains) || (Excepting.Contains(words[denial]) && (denial > 0 || words.Length == 3) && !words.Contains("not", StringComparer.OrdinalIgnoreCase));
    }
}
