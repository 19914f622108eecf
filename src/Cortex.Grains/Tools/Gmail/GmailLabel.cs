namespace Cortex.Tools.Gmail;

/// <summary>A label of a mailbox.</summary>
/// <param name="Id">Gmail's id; a system label's is its name.</param>
/// <param name="Name">As Gmail spells it.</param>
internal sealed record GmailLabel(string Id, string Name);
