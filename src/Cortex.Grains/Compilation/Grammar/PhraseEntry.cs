namespace Cortex.Compilation.Grammar;

/// <summary>A phrase of a table.</summary>
/// <param name="Order">Its place in the table.</param>
/// <param name="Nodes">Its pieces.</param>
/// <param name="Steps">The same, each with its parser; words without an end of their own are one with what follows them.</param>
/// <param name="Make">What it says.</param>
/// <param name="OfSlot">The words that a slot's value can begin with, where they are known.</param>
internal sealed record PhraseEntry<T>(int Order, IReadOnlyList<PhraseNode> Nodes, IReadOnlyList<PhraseStep> Steps, Func<Captures, T?> Make, Func<PhraseNode.Slot, IReadOnlySet<string>?>? OfSlot)
    where T : class
{
    /// <summary>The words with which some of its steps can begin.</summary>
    public FirstWords FirstWords(Range steps) => Grammar.FirstWords.Of(Nodes.Take(steps), OfSlot);

    /// <summary>How many of its first steps all of some phrases share, of which they share more than some.</summary>
    public int EndOfShared(IEnumerable<PhraseEntry<T>> phrases, int shared)
    {
        do
        {
            shared++;
        }
        while (shared < Steps.Count && phrases.All(other => shared < other.Steps.Count && other.Steps[shared].Says.Equals(Steps[shared].Says)));

        return shared;
    }
}
