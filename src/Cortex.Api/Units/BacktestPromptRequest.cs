namespace Cortex.Api.Units;

/// <param name="Prompt">The automation in words.</param>
/// <param name="Days">How far to look back, 1 to 30; 7 if absent.</param>
internal sealed record BacktestPromptRequest(string Prompt, int? Days = null);
