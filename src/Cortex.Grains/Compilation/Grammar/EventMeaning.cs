using Cortex.Catalog;

namespace Cortex.Compilation.Grammar;

/// <summary>One thing that words of an event can mean.</summary>
/// <param name="Trigger">Which event they say; null if they only say something of the item.</param>
/// <param name="Item">Of which kind of item.</param>
/// <param name="Clause">What they say of it, or null.</param>
/// <param name="MinutesBefore">How long before the event, or null.</param>
/// <param name="IsVague">Whether they only mean something where more is said: "anything".</param>
/// <param name="IsOpen">Whether only an instruction for the item shows that one is meant: "a parent says …, label it".</param>
/// <param name="NeedsOpener">Whether the words name an event only behind "when" or the like.</param>
/// <param name="IsOfPart">Whether they name a part of the item, so that what is said to contain something is the part.</param>
/// <param name="IsRemark">Whether they name one only where neither "when" nor the like stands before them.</param>
internal sealed record EventMeaning(TriggerInfo? Trigger, ItemKind Item, Clause? Clause = null, int? MinutesBefore = null, bool IsVague = false, bool IsOpen = false, bool NeedsOpener = false, bool IsOfPart = false, bool IsRemark = false);
