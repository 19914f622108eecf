namespace Cortex.Cli.Bench.Compile.Fuzz;

/// <summary>What fuzzing found.</summary>
/// <param name="Prompts">How many were compiled.</param>
/// <param name="Compiled">How many of them became programs.</param>
/// <param name="P50Us">The time of the middle one, in microseconds.</param>
/// <param name="P99Us">The time that 99 of 100 stay under.</param>
/// <param name="MaxUs">The longest time.</param>
/// <param name="Slowest">The prompt that took it.</param>
/// <param name="Failures">Prompts that ended in neither a program nor a refusal, each with its seed.</param>
internal sealed record FuzzResult(int Prompts, int Compiled, double P50Us, double P99Us, double MaxUs, string Slowest, IReadOnlyList<string> Failures);
