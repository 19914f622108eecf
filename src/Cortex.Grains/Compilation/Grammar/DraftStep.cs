using Cortex.Catalog;

namespace Cortex.Compilation.Grammar;

/// <summary>An action as a prompt says it.</summary>
internal sealed record DraftStep(ToolInfo Tool, Captures Values);
