namespace Cortex.Cli.Bench.Chaos;

/// <summary>A process that ended by itself.</summary>
/// <param name="Name">Which place it filled.</param>
/// <param name="At">When, from the beginning of the load.</param>
/// <param name="ExitCode">How.</param>
internal sealed record MemberEnd(string Name, TimeSpan At, int ExitCode);
