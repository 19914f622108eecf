using System.Collections.Frozen;
using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what is said of a new calendar event, in any order: when it starts, how long it lasts, who is invited, where it is, what it is called. Each value is <see cref="SlotValue.Of"/> an input.</summary>
internal static class EventExtras
{
    /// <param name="tool">The tool whose inputs are said.</param>
    /// <param name="references">Names of what the item holds and of what earlier steps found.</param>
    public static Parser<IReadOnlyList<SlotValue>> Build(ToolInfo tool, Parser<SlotValue> references)
    {
        var part = OneOf(
            // First, since a time can be a field as well.
            Turned("summary", "[,] [and] [with|use|using]", "(as|for) [the|its] (title|name|summary|event title)"),
            Turned("description", "[,] [and] [with|use|using]", "(as|in) [the|its] (description|notes|body)"),
            Part("start", "[,] [and] [for|on|at|starting|starting at|to start|beginning]"),
            Part("duration", "[,] [and] (for|lasting|that lasts|which lasts|of)"),
            Part("summary", "[,] (called|named|titled|entitled|with the title|with title) [:]"),
            Quoted("summary", "[:]"),
            Quoted("description", "[,] [and] (with the description|with description|with a description|with the note|with notes|description) [:|of]"),
            Part("attendees", "[,] [and] (with|invite|inviting|and invite|with the guests|with guests|with the attendees|with attendees)"),
            Placed("[,] (in|at) [the location|location]"),
            Part("calendar", "[,] (in|on|to) [my|the|our]", "calendar"));
        return OneOrMany(part).Then<IReadOnlyList<SlotValue>>(parts => [.. parts.SelectMany(values => values)]);

        Parser<IReadOnlyList<SlotValue>> Part(string input, string lead, string tail = "") =>
            Phrase(lead).SkipAnd(Of(input, ValueParsers.OfInput(tool.Find(input)!.Kind, new PhraseNode.Slot(input, ""), FrozenSet.Create("with", "in", "at", "for", "on", "calendar", "lasting"), references))).AndSkip(Phrase(tail));

        Parser<IReadOnlyList<SlotValue>> Quoted(string input, string lead) => Phrase(lead).SkipAnd(Of(input, ValueParsers.One(ValueParsers.InQuotes)));

        Parser<IReadOnlyList<SlotValue>> Turned(string input, string lead, string tail) => Phrase(lead).SkipAnd(Of(input, ValueParsers.One(references.Or(ValueParsers.InQuotes)))).AndSkip(Phrase(tail));

        Parser<IReadOnlyList<SlotValue>> Placed(string lead) => Phrase(lead).SkipAnd(Of("location", ValueParsers.One(ValueParsers.InQuotes.Or(ValueParsers.Name))));
    }

    private static Parser<IReadOnlyList<SlotValue>> Of(string input, Parser<IReadOnlyList<SlotValue>> values) => values.Then<IReadOnlyList<SlotValue>>(said => [.. said.Select(value => value with { Of = input })]);

    private static Parser<Captures> Phrase(string phrase) => phrase.Length == 0 ? Always(Captures.None) : PhraseCompiler.OfWords.Compile(PhraseNotation.Parse(phrase));
}
