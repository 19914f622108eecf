namespace Cortex.Compilation.Grammar;

/// <summary>What stands in a slot: the user's own characters, quotes taken off.</summary>
internal readonly record struct SlotValue(string Text, bool Quoted);
