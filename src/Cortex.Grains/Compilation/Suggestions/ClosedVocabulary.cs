using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>Every word that some phrase of the catalog or some known wording holds: what is not among them is a literal, a meaning or a typing error.</summary>
internal static class ClosedVocabulary
{
    /// <summary>The joints of the language, which no catalog holds.</summary>
    private const string Joints =
        "cc bcc a about after all also always an and any anyone anytime anything are as at automatically be because been before but by can case close could do does doesn't don't each every everything "
        + "except exactly for from gets give had has have he her hers him his how i if in into is isn't it it's its just like may me moment must my need no not nothing of off on once one only "
        + "onto or other others our out over own person please she should so some somebody someone something soon than thanks that that's the their them then there there's these they "
        + "this those time to too under unless until up upon us very via want was we were what when whenever where which while who whose will with within without would you your "
        + "zero two three four five six seven eight nine ten twenty monday tuesday wednesday thursday friday saturday sunday today tonight yesterday never here "
        + "reach reaches great first last latest next than test tests remote quote quotes";

    public static FrozenSet<string> Of(CortexCatalog catalog, IEnumerable<string> wordings)
    {
        var words = Joints.Split(' ').ToHashSet(StringComparer.Ordinal);
        foreach (var node in Phrases(catalog).SelectMany(PhraseNotation.Parse))
        {
            Add(node, words);
        }

        foreach (var name in wordings.Concat(Names(catalog)))
        {
            words.UnionWith(Split(name));
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What fields may hold, like "hot": known to the language, so no typing error, and yet what a condition is filled with.</summary>
    public static IEnumerable<string> Values(CortexCatalog catalog) =>
        catalog.Providers.SelectMany(provider => provider.Triggers).SelectMany(trigger => trigger.Item.Fields).SelectMany(field => field.Values).SelectMany(value => value.Words).SelectMany(Split);

    private static IEnumerable<string> Split(string text) =>
        text.ToLowerInvariant().Split([' ', ',', ':', '"', '{', '}'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(PromptWord.IsPart));

    private static IEnumerable<string> Phrases(CortexCatalog catalog)
    {
        var triggers = catalog.Providers.SelectMany(provider => provider.Triggers).ToList();
        var fields = triggers.SelectMany(trigger => trigger.Item.Fields).ToList();
        return
        [
            .. triggers.SelectMany(trigger => trigger.Openings.Concat(trigger.Closings).Concat(trigger.Sentences)).Select(wording => wording.Phrase),
            .. triggers.SelectMany(trigger => trigger.Adjectives.Select(adjective => adjective.Phrase).Concat(trigger.Item.Nouns)),
            .. catalog.Providers.SelectMany(provider => provider.Places.Concat(provider.Names)),
            .. catalog.Tools.SelectMany(tool => tool.Phrases.Concat(tool.EventPhrases)).Select(phrase => phrase.Phrase),
            .. catalog.Tools.SelectMany(tool => tool.IncompletePhrases.Concat(tool.ContraryPhrases)),
            .. fields.SelectMany(field => field.Wordings).Concat(FieldWordings.OfTexts).Concat(FieldWordings.OfNumbers).Concat(FieldWordings.OfTimes).Concat(FieldWordings.OfPresence)
                .Select(wording => wording.Phrase),
        ];
    }

    private static IEnumerable<string> Names(CortexCatalog catalog)
    {
        var fields = catalog.Providers.SelectMany(provider => provider.Triggers).SelectMany(trigger => trigger.Item.Fields).ToList();
        return [.. fields.SelectMany(FieldNames.Of), .. fields.SelectMany(field => field.Prepositions)];
    }

    private static void Add(PhraseNode node, HashSet<string> words)
    {
        switch (node)
        {
            case PhraseNode.Word word when word.Text.All(PromptWord.IsPart):
                words.Add(word.Text);
                break;
            case PhraseNode.Choice choice:
                Add(choice.Sequences, words);
                break;
            case PhraseNode.Optional optional:
                Add(optional.Sequences, words);
                break;
        }
    }

    private static void Add(IEnumerable<IReadOnlyList<PhraseNode>> sequences, HashSet<string> words)
    {
        foreach (var node in sequences.SelectMany(sequence => sequence))
        {
            Add(node, words);
        }
    }
}
