using Cortex.Catalog;
using Cortex.Programs;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads events: every way in which the catalog says that one begins, and how one may end.</summary>
internal static class EventGrammar
{
    public static PhraseTable<EventHead> Heads(CortexCatalog catalog)
    {
        var table = new PhraseTable<EventHead>();
        foreach (var provider in catalog.Providers)
        {
            foreach (var trigger in provider.Triggers)
            {
                Add(table, provider.Name!, trigger);
            }
        }

        return table;
    }

    /// <summary>What may come after the noun: "arrives in my inbox".</summary>
    public static Parser<Captures> Closing(TriggerInfo trigger)
    {
        var compiler = new PhraseCompiler((slot, _) => throw new InvalidOperationException($"A closing takes no value, so no {slot.Name}."));
        return trigger.Closings.Count == 0
            ? Fail<Captures>()
            : compiler.Compile(PhraseNotation.Parse($"({string.Join('|', trigger.Closings)})"));
    }

    private static void Add(PhraseTable<EventHead> table, string provider, TriggerInfo trigger)
    {
        var compiler = new PhraseCompiler((slot, followers) => ValueParsers.OfField(FieldOf(trigger, slot.Name).IsAddress, followers));
        if (trigger.Nouns.Count == 0)
        {
            return;
        }

        var opening = trigger.Openings.Count == 0 ? "" : $"[{string.Join('|', trigger.Openings)}] ";
        table.Add(compiler, $"{opening}({string.Join('|', trigger.Nouns)})", _ => new EventHead(provider, trigger, Condition: null));
        foreach (var sentence in trigger.Sentences)
        {
            table.Add(compiler, sentence, captures => Sentence(provider, trigger, captures));
        }
    }

    private static EventHead? Sentence(string provider, TriggerInfo trigger, Captures captures)
    {
        var (slot, values) = captures.First();
        return ConditionGrammar.Make(FieldOf(trigger, slot), new Wording(slot, Operator.Equals), values) is { } condition
            ? new EventHead(provider, trigger, condition)
            : null;
    }

    private static ItemField FieldOf(TriggerInfo trigger, string name) =>
        trigger.Item.Find(name) ?? throw new InvalidOperationException($"{trigger.Name} brings no field {name}.");
}
