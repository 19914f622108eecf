using Cortex.Programs.Templates;
using Cortex.Tools;

namespace Cortex.Runs;

/// <summary>What every run is executed with.</summary>
internal sealed record RunEngine(ToolRegistry Tools, TemplateRenderer Templates, TimeProvider Time);
