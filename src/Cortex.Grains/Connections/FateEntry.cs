using System.Text.Json.Serialization;

namespace Cortex.Connections;

/// <summary>One line of a delivery's fates: what became of one item at one automation, or of many items alike.</summary>
/// <param name="ItemId">The provider's record id; null when the line stands for many.</param>
/// <param name="Happening">What happened, e.g. <c>email.received</c>.</param>
/// <param name="UnitId">The automation.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Fate">The fate in the API's words.</param>
/// <param name="RunId">The run, when there is one.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Condition">The condition that failed.</param>
/// <param name="Saw">The value that it saw.</param>
/// <param name="Count">How many items the line stands for.</param>
/// <param name="Title">What people call the item; null when the line stands for many, or it has no name.</param>
internal sealed record FateEntry(
    string? ItemId,
    [property: JsonPropertyName("event")] string Happening,
    string UnitId,
    string UnitName,
    string Fate,
    string? RunId,
    string? Reason,
    string? Condition,
    string? Saw,
    int Count,
    string? Title = null);
