using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>An event and instructions that were understood, and that do not suit each other.</summary>
/// <param name="Event">The event.</param>
/// <param name="Steps">The instructions.</param>
/// <param name="Culprit">The first that makes no program by itself either; null if each does.</param>
internal sealed record Unsuited(EventReading Event, IReadOnlyList<DraftStep> Steps, DraftStep? Culprit);
