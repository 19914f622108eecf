namespace Cortex.Api.Units;

/// <summary>What to change; what is absent stays.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Prompt">Compiled anew; raises the version.</param>
internal sealed record EditUnitRequest(string? Name = null, string? Prompt = null);
