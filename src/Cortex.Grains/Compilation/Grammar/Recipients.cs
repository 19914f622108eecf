using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>To whom: addresses, the user himself, or the person behind the item.</summary>
internal static class Recipients
{
    private const string MyWords = "(me|myself|my gmail account|my gmail|my email address|my email|my own address|my address|my inbox|my gmail address|my own email)";

    private const string PersonWords =
        "(the sender|the lead|the contact|the customer|the client|the organizer|the organiser|the prospect|the person|the lead's email|their email|their email address|the contact's email|that lead|that contact|the new lead|the new contact|them)";

    private static readonly PhraseCompiler Words = new((slot, _) => throw new InvalidOperationException($"There is no value {slot.Name} here."));

    public static Parser<SlotValue> Me { get; } = Phrase(MyWords).Then(SlotValue.Literal("me"));

    /// <summary>Nobody whose address would have to be said.</summary>
    public static Parser<SlotValue> Known { get; } = Me.Or(Phrase(PersonWords).Then(new SlotValue("", SlotKind.Person)));

    /// <summary>One, or several joined by commas or "and".</summary>
    public static Parser<IReadOnlyList<SlotValue>> Build(Parser<SlotValue> address)
    {
        var joint = Phrase("(, and|,|and|&)");
        return ValueParsers.One(Known).Or(address.And(ZeroOrMany(joint.SkipAnd(address))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]));
    }

    private static Parser<Captures> Phrase(string phrase) => Words.Compile(PhraseNotation.Parse(phrase));
}
