namespace Cortex.Api.Units;

/// <param name="Prompt">The automation in words.</param>
/// <param name="Reader"><c>builtin</c>: only the built-in compiler is asked, which answers at once; what it says can be shown while the language model is asked. Left out: all are.</param>
internal sealed record PreviewRequest(string Prompt, string? Reader = null);
