using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>To whom: addresses, the user himself, or the person behind the item.</summary>
internal static class Recipients
{
    private const string MyWords = "(me|myself|my gmail account|my gmail|my email address|my email|my own address|my address|my inbox|my gmail address|my own email)";

    /// <summary>All who take part in the item, and not one person.</summary>
    private const string PeopleWords =
        "(the attendees|all attendees|all the attendees|everyone attending|everybody attending|everyone who was invited|everybody who was invited|everyone invited|everybody invited|the guests|all guests|all the guests|the participants"
        + "|all participants|the invitees|everyone in the meeting|everybody in the meeting|everyone on the invite|all invitees|attendees|everyone who is invited|the people invited|all the people invited|every attendee|each attendee)";

    private const string PersonWords =
        "(the sender|the lead|the contact|the customer|the client|the organizer|the organiser|the prospect|the person|the lead's email|their email|their email address|the contact's email|that lead|that contact|the new lead|the new contact|the host|the person who organized it|the person who booked|the person who booked it|whoever booked it|the original sender|that person|the author|the requester|this person|the customer's email|the contact on the case|the prospect's email|him|her|them)";

    private static readonly PhraseCompiler Words = new((slot, _) => throw new InvalidOperationException($"There is no value {slot.Name} here."));

    public static Parser<SlotValue> Me { get; } = Phrase(MyWords).Then(SlotValue.Literal("me"));

    /// <summary>Nobody whose address would have to be said.</summary>
    public static Parser<SlotValue> Known { get; } = OneOf(Me, Phrase(PeopleWords).Then(new SlotValue("", SlotKind.People)), Phrase(PersonWords).Then(new SlotValue("", SlotKind.Person)));

    /// <summary>One, or several joined by commas or "and".</summary>
    public static Parser<IReadOnlyList<SlotValue>> Build(Parser<SlotValue> address)
    {
        var joint = Phrase("(, and|,|and also|and|&) [to]");
        var one = OneOf(address, People.Role(address), Known);
        return Phrase("[both]").SkipAnd(one).And(ZeroOrMany(joint.SkipAnd(one))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }

    /// <summary>The same, without the user himself, who is notified otherwise.</summary>
    public static Parser<IReadOnlyList<SlotValue>> BuildOthers(Parser<SlotValue> address)
    {
        var people = OneOf(address, People.Role(address), Phrase(PeopleWords).Then(new SlotValue("", SlotKind.People)), Phrase(PersonWords).Then(new SlotValue("", SlotKind.Person)));
        return people.And(ZeroOrMany(Phrase("(, and|,|and|&)").SkipAnd(people))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }

    private static Parser<Captures> Phrase(string phrase) => Words.Compile(PhraseNotation.Parse(phrase));
}
