using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>To whom: addresses, the user himself, or the person behind the item.</summary>
internal static class Recipients
{
    private const string MyWords = "(me|myself|my gmail account|my gmail|my email address|my email|my own address|my address|my inbox|my gmail address|my own email)";

    /// <summary>All who take part in the item, and not one person.</summary>
    private const string PeopleWords =
        "(the attendees|all attendees|all the attendees|everyone attending|everybody attending|everyone who was invited|everybody who was invited|everyone invited|everybody invited|the guests|all guests|all the guests|the participants"
        + "|all participants|the invitees|everyone in the meeting|everybody in the meeting|everyone on the invite|all invitees|attendees|everyone who is invited|the people invited|all the people invited|every attendee|each attendee|everyone on the guest list|everybody on the guest list|everyone on the list of guests|the guest list|the whole guest list|whoever is invited|every guest|each guest|all the invitees|all participants of it|the people attending|the people in the meeting|everyone on it)";

    /// <summary>What the person behind an item is called, by what such a person is: an email has a sender, an event an organizer.</summary>
    private static readonly IReadOnlyList<(string Role, string Words)> PersonWords =
    [
        (PersonRoles.Sender, "(the sender|the original sender|the author|the sender's address|the sender's email|the sender's email address)"),
        (PersonRoles.Organizer, "(the organizer|the organiser|the host|the person who organized it|the person who booked|the person who booked it|whoever booked it|whoever organized it|the person who created it|the organizer's email|the organizer's address|the host's email)"),
        (PersonRoles.Lead, "(the lead|the lead's email|that lead|the new lead|the prospect's email)"),
        (PersonRoles.Contact, "(the contact|the contact's email|that contact|the new contact|the contact on the case|the contact of the case|the case's contact)"),
        (PersonRoles.Requester, "the requester"),
    ];

    /// <summary>Somebody who must have been spoken of; the person behind the item where there is but one.</summary>
    private const string SomebodyWords =
        "(the customer|the client|the prospect|the person|that person|this person|the customer's email|the client's email|that customer|that client)";

    /// <summary>Whoever was spoken of last.</summary>
    private const string PronounWords = "(their email|their email address|their address|her email|his email|her address|his address|him|her|them)";

    /// <summary>The text of what <see cref="PronounWords"/> say.</summary>
    public const string Pronoun = "them";

    public static Parser<SlotValue> Me { get; } = Phrase(MyWords).Then(SlotValue.Literal("me"));

    /// <summary>The person behind the item.</summary>
    public static Parser<SlotValue> Person { get; } = OneOf([.. PersonWords.Select(one => Phrase(one.Words).Then(new SlotValue(one.Role, SlotKind.Person))), Phrase(SomebodyWords).Then(new SlotValue("", SlotKind.Somebody)), Phrase(PronounWords).Then(new SlotValue(Pronoun, SlotKind.Somebody))]);

    /// <summary>The address of somebody who was spoken of.</summary>
    public static Parser<SlotValue> TheirAddress { get; } = Phrase("(their|his|her) (email address|email|address)").Then(new SlotValue(Pronoun, SlotKind.Somebody));

    /// <summary>The people of the item, or one of them, without an address.</summary>
    public static Parser<SlotValue> Others { get; } = OneOf(Phrase(PeopleWords).Then(new SlotValue("", SlotKind.People)), Person);

    /// <summary>Nobody whose address would have to be said.</summary>
    public static Parser<SlotValue> Known { get; } = OneOf(Me, Others);

    /// <summary>One, or several joined by commas or "and".</summary>
    public static Parser<IReadOnlyList<SlotValue>> Build(Parser<SlotValue> address)
    {
        var joint = Phrase("(, and|,|and also|and|&) [to]");
        var one = OneOf(address, People.Role(address), Known);
        return Phrase("[both]").SkipAnd(one).And(ZeroOrMany(joint.SkipAnd(one))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }

    /// <summary>Addresses that are written out, and nothing else.</summary>
    public static Parser<IReadOnlyList<SlotValue>> BuildWritten(Parser<SlotValue> address) =>
        address.And(ZeroOrMany(Phrase("(, and|,|and also|and|&) [to]").SkipAnd(address))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);

    /// <summary>The same, without the user himself, who is notified otherwise.</summary>
    public static Parser<IReadOnlyList<SlotValue>> BuildOthers(Parser<SlotValue> address)
    {
        var people = OneOf(address, People.Role(address), Others);
        return people.And(ZeroOrMany(Phrase("(, and|,|and|&)").SkipAnd(people))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }

    private static Parser<Captures> Phrase(string phrase) => PhraseCompiler.OfWords.Compile(PhraseNotation.Parse(phrase));
}
