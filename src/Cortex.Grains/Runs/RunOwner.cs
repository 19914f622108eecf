namespace Cortex.Runs;

/// <summary>Who calls the tools of this silo's runs.</summary>
/// <param name="Name">The silo's name.</param>
internal sealed record RunOwner(string Name);
