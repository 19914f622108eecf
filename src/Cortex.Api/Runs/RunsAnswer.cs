namespace Cortex.Api.Runs;

internal sealed record RunsAnswer(IEnumerable<RunBody> Runs, string? NextCursor);
