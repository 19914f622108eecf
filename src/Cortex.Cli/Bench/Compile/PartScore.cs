using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Cli.Bench.Compile;

/// <summary>How many valid prompts came out right in one part; a refusal that the label accepts is right in all, another in none.</summary>
internal sealed record PartScore(string Name, int Right, int Of)
{
    private static readonly ProgramScore AllRight = new(true, true, true, true, true, true, true, true);
    private static readonly ProgramScore AllWrong = new(false, false, false, false, false, false, false, false);

    public static IReadOnlyList<PartScore> Table(IEnumerable<ScoredPrompt> prompts) =>
    [
        .. prompts
            .Where(prompt => prompt.IsValid)
            .SelectMany(prompt => (prompt.Score ?? (prompt.IsRight ? AllRight : AllWrong)).Parts())
            .GroupBy(part => part.Part)
            .Select(group => new PartScore(group.Key, group.Count(part => part.Right), group.Count())),
    ];
}
