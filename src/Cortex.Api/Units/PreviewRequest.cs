namespace Cortex.Api.Units;

/// <param name="Prompt">The automation in words.</param>
internal sealed record PreviewRequest(string Prompt);
