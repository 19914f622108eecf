namespace Cortex.Compilation.Grammar;

/// <summary>Words of an event with all that they can mean; what else the sentence says decides.</summary>
internal sealed record EventWords(IReadOnlyList<EventMeaning> Meanings)
{
    public static EventWords Merge(EventWords first, EventWords second) => new([.. first.Meanings, .. second.Meanings]);
}
