namespace Cortex;

/// <summary>What a user asks for when creating a unit.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Prompt">The automation in words.</param>
/// <param name="ProgramHash">The hash that a preview showed, or null; what was shown is what is stored, and what it could hurt is confirmed.</param>
/// <param name="IdempotencyKey">At most 255 characters, or null; the same key gives the same unit.</param>
[GenerateSerializer, Immutable, Alias("cortex.new-unit")]
public sealed record NewUnit(string Name, string Prompt, string? ProgramHash, string? IdempotencyKey);
