using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>An event and instructions that were understood, and that do not suit each other.</summary>
internal sealed record Unsuited(EventReading Event, IReadOnlyList<DraftStep> Steps);
