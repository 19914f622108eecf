using Cortex.Catalog;

namespace Cortex.Compilation.Grammar;

/// <summary>One thing that an instruction can ask for.</summary>
internal sealed record ToolReading(ToolInfo Tool, ToolPhrase Phrase, Captures Values);
