using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Gives the parser of a slot's value.</summary>
/// <param name="slot">The slot.</param>
/// <param name="followers">Words of the phrase that can come right after it, where unquoted text has to end.</param>
internal delegate Parser<IReadOnlyList<SlotValue>> SlotParsers(PhraseNode.Slot slot, IReadOnlySet<string> followers);
