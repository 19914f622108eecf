namespace Cortex.Catalog;

/// <summary>One event that a program can wait for.</summary>
/// <param name="Name">As programs spell it.</param>
/// <param name="Item">What it brings.</param>
/// <param name="Phrase">The event as an explanation says it after "when": "an email arrives".</param>
internal sealed record TriggerInfo(string Name, ItemKind Item, string Phrase)
{
    /// <summary>Whether it can be announced some minutes ahead.</summary>
    public bool TakesLeadTime { get; init; }

    /// <summary>Whether it comes by the clock: at a time that an item names, without anything being reported.</summary>
    public bool IsTimed { get; init; }

    /// <summary>Whether people who say on which day or at what time of day it happens mean the item's own time: an email comes when it is dated, and who books somebody "after 6pm" means when the meeting starts.</summary>
    public bool HappensWithItem { get; init; }

    /// <summary>Whether it reports a change of something that was there before, so that a condition can ask for what has just become true.</summary>
    public bool IsChange { get; init; }

    /// <summary>Whether the user picks each item for it out by hand, so that it needs no condition to be about those that are meant.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The template of the person it is about, where that is not the item's person: the sender of a sent email is the user.</summary>
    public string? Person { get; init; }

    /// <summary>The list of names to which it says that one was added: "labelled Bills" means that Bills is the one. A condition can ask for what has just come into it.</summary>
    public string? AddsTo { get; init; }

    /// <summary>Whether naming the item alone means this event: "email from …".</summary>
    public bool IsDefault { get; init; }

    /// <summary>What may come before the item: "i get". Phrases.</summary>
    public IReadOnlyList<EventWording> Openings { get; init; } = [];

    /// <summary>What may stand before the item's noun: "new". Phrases.</summary>
    public IReadOnlyList<EventWording> Adjectives { get; init; } = [];

    /// <summary>What may come after the item: "arrives". Phrases.</summary>
    public IReadOnlyList<EventWording> Closings { get; init; } = [];

    /// <summary>Whole sentences that say the event without naming the item: "{from} emails me". Phrases.</summary>
    public IReadOnlyList<EventWording> Sentences { get; init; } = [];
}
