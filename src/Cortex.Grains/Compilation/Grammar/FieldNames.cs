using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what people call a field.</summary>
internal static class FieldNames
{
    private static readonly PhraseCompiler Words = new((slot, _) => throw new InvalidOperationException($"A field's name holds no {slot.Name}."));

    /// <summary>Between several names of a reference.</summary>
    public const char Joint = '\n';

    /// <summary>What the last step of AI made.</summary>
    public const string Result = "result";

    /// <summary>What people have taken out of texts, besides what fields are called.</summary>
    private static readonly string[] Extracted =
        [
            "vendor", "supplier", "sender", "customer", "client", "total", "total amount", "price", "order number", "invoice number", "invoice date", "booking number", "flight number", "departure", "departure date", "departure time", "arrival", "date", "time", "day",
            "appointment date", "renewal date", "expiry date", "delivery date", "phone", "address", "number", "name", "company", "serial number", "model", "product", "reason", "quantity", "reference", "contact name", "full name",
        ];

    /// <summary>The value is the field's own name.</summary>
    public static Parser<IReadOnlyList<SlotValue>> Build(IEnumerable<ItemField> fields) => Plain(fields).Then<IReadOnlyList<SlotValue>>(one => [one]);

    /// <summary>One field, or any of several: "subject or body".</summary>
    public static Parser<IReadOnlyList<SlotValue>> BuildAny(IEnumerable<ItemField> fields)
    {
        var name = Plain(fields);
        var or = Words.Compile(PhraseNotation.Parse("(or|and/or) [in] [the|its]"));
        return name.And(ZeroOrMany(or.SkipAnd(name))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }

    private static Parser<SlotValue> Plain(IEnumerable<ItemField> fields) =>
        Build(fields.SelectMany(Of, (field, words) => (words, SlotValue.Literal(field.Name))));

    /// <summary>Names of any field or output; which one is meant depends on what the automation watches, so the value is the words.</summary>
    /// <param name="catalog">Whose fields and outputs.</param>
    /// <param name="areSeveral">Whether it may be several of them.</param>
    public static Parser<SlotValue> BuildReferences(CortexCatalog catalog, bool areSeveral = true)
    {
        var fields = catalog.Providers.SelectMany(provider => provider.Triggers).SelectMany(trigger => trigger.Item.Fields).Where(field => field.PartOf is null).SelectMany(Of);
        var outputs = catalog.Tools.SelectMany(tool => tool.Outputs).Select(output => output.Label);
        var names = Build(fields.Concat(outputs).Concat(Extracted).Append(Result).Distinct().Select(words => (words, new SlotValue(words, SlotKind.Reference))));
        var lead = Words.Compile(PhraseNotation.Parse("(the|its|it's|their|the email's|the event's|the message's|the lead's|the contact's|the case's|the opportunity's|the meeting's|the deal's|the account's) [same|new|current|updated|exact|full|original|email|event|meeting|message|icalendar|gmail|google calendar|lead's|case's|event's|meeting's|email's|deal's|contact's|account's]"));
        var tail = Words.Compile(PhraseNotation.Parse(
            "[(of|from) (the|that|this|my) (event|email|mail|e-mail|message|meeting|lead|case|contact|opportunity|deal|account|task|record|summary|icalendar|calendar|google calendar)|in (the|that|this) (event|email|message|meeting|lead|case|contact|opportunity|deal|account|task|record|summary)|from icalendar|in it|as body]"));
        // "The case description". An account or a contact may be another record than the one at hand.
        var kind = Words.Compile(PhraseNotation.Parse("(the|its|their) (case|lead|deal|opportunity|task)"));
        var first = lead.SkipAnd(names).Or(kind.SkipAnd(names));
        if (!areSeveral)
        {
            return first.AndSkip(tail);
        }

        var bare = ZeroOrOne(lead).SkipAnd(names);
        var and = Words.Compile(PhraseNotation.Parse("(, and|and|,|&|+|plus)"));

        // Of several, none needs an article: "with name, company and phone".
        var several = bare.And(OneOrMany(and.SkipAnd(bare))).Then(pair => new SlotValue(string.Join(Joint, pair.Item2.Prepend(pair.Item1).Select(one => one.Text)), SlotKind.Reference));
        return several.Or(first).AndSkip(tail);
    }

    /// <summary>Its label, its synonyms and its name.</summary>
    public static IEnumerable<string> Of(ItemField field) => [field.Label.ToLowerInvariant(), .. field.Synonyms, .. ApiName(field)];

    /// <summary>The provider's own name of the field, where it is not an English word: "LeadSource".</summary>
    private static string[] ApiName(ItemField field) => field.Name.Length > 1 && field.Name.AsSpan(1).ContainsAnyInRange('A', 'Z') ? [field.Name.ToLowerInvariant()] : [];

    private static Parser<SlotValue> Build(IEnumerable<(string Words, SlotValue Value)> named) =>
        new WordChoice<SlotValue>(named.Select(one => ((IReadOnlyList<string>)one.Words.Split(' '), one.Value)));
}
