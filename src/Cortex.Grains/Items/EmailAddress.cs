namespace Cortex.Items;

/// <summary>One mailbox of a header.</summary>
/// <param name="Address">Bare, lower case; empty if the header has only a name.</param>
/// <param name="Name">The display name, decoded; empty if there is none.</param>
internal sealed record EmailAddress(string Address, string Name);
