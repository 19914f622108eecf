namespace Cortex.Programs.Templates;

/// <summary>A step's input with every template filled in, or why that failed.</summary>
/// <param name="Json">One JSON object, or null.</param>
/// <param name="Failure">One sentence for the user, or null.</param>
internal readonly record struct RenderedInput(string? Json, string? Failure);
