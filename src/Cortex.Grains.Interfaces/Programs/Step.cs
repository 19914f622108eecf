namespace Cortex.Programs;

/// <summary>One tool call of a program.</summary>
/// <param name="Tool">A tool of the catalog, e.g. <c>none</c>, <c>gmail.send_email</c>.</param>
/// <param name="InputJson">The tool's inputs, one JSON object; its texts may hold Liquid templates over the item and earlier outputs.</param>
/// <param name="If">Must hold for the step to be taken, or null.</param>
[GenerateSerializer, Immutable, Alias("cortex.step")]
public sealed record Step(string Tool, string InputJson, Condition? If = null);
