namespace Cortex.Api.Units;

/// <summary>What to change; what is absent stays.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Prompt">Compiled anew; raises the version.</param>
/// <param name="ProgramHash">The hash that a preview of the new prompt showed: what was shown is what is stored. A program that could hurt is kept only with it.</param>
internal sealed record EditUnitRequest(string? Name = null, string? Prompt = null, string? ProgramHash = null);
