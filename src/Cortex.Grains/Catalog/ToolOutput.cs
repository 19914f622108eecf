namespace Cortex.Catalog;

/// <summary>One member of what a tool's step leaves behind, for templates and conditions of later steps: <c>steps[0].output.summary</c>.</summary>
/// <param name="Name">As programs spell it.</param>
/// <param name="Label">What explanations call it: "summary".</param>
internal sealed record ToolOutput(string Name, string Label);
