namespace Cortex.Api.Units;

/// <summary>A new automation: its name, and either <c>prompt</c> or <c>when</c>, <c>if</c> and <c>then</c>.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Prompt">The automation in words, at most 4,000 characters.</param>
/// <param name="When">What sets it off.</param>
/// <param name="If">On which condition.</param>
/// <param name="Then">What it does.</param>
/// <param name="ProgramHash">The hash that a preview of the same prompt showed: what was shown is what is stored. A program that could hurt is kept only with it.</param>
internal sealed record CreateUnitRequest(string Name, string? Prompt = null, string? When = null, string? If = null, string? Then = null, string? ProgramHash = null);
