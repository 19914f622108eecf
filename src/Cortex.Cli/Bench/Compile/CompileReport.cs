using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Cli.Bench.Compile;

/// <summary>What <c>bench compile</c> found: a table for the reader, a file for whoever compares.</summary>
/// <param name="File">The labelled prompts.</param>
/// <param name="Prompts">Each with its verdict.</param>
/// <param name="Times">Of prompts that became programs; null when predictions were scored that came from elsewhere.</param>
/// <param name="RefusalTimes">Of prompts that were refused, suggestions included.</param>
internal sealed record CompileReport(string File, IReadOnlyList<ScoredPrompt> Prompts, CompileTimes? Times, CompileTimes? RefusalTimes)
{
    private IReadOnlyList<CompileRow> Rows { get; } = CompileRow.Table(Prompts);

    private IReadOnlyList<PartScore> Parts { get; } = PartScore.Table(Prompts);

    /// <summary>The number that must be 0: a program that would act although the prompt asks for none, or for none that Cortex can give.</summary>
    private IReadOnlyList<string> Armed { get; } = [.. Prompts.Where(p => p.IsInvalid && p.Judgement == Judgement.Wrong).Select(p => p.Label.Id)];

    /// <summary>Valid prompts with a program that is not the labelled one, a lead time or an edge that is not the labelled one included.</summary>
    private IReadOnlyList<string> Misread { get; } =
        [.. Prompts.Where(p => p.Score is { Faithful: false }).Select(p => p.Label.Id)];

    /// <summary>Programs that do other than labelled when the label's items come.</summary>
    private IReadOnlyList<string> Misbehaving { get; } = [.. Prompts.Where(p => p.Score is { Behaves: false }).Select(p => p.Label.Id)];

    /// <summary>Valid prompts that the user is asked about.</summary>
    private IReadOnlyList<string> AskedThoughValid { get; } = [.. Prompts.Where(p => p is { IsValid: true, IsAskedAbout: true }).Select(p => p.Label.Id)];

    /// <summary>Prompts that must be asked about and became programs without it.</summary>
    private IReadOnlyList<string> Unasked { get; } = [.. Prompts.Where(p => p is { IsToBeAsked: true, Judgement: Judgement.Wrong }).Select(p => p.Label.Id)];

    /// <summary>Prompts that must be asked about and were.</summary>
    private int Asked { get; } = Prompts.Count(p => p is { IsToBeAsked: true, IsRight: true });

    public async Task PrintAsync(TextWriter writer, bool verbose)
    {
        await writer.WriteLineAsync($"compile: {File}, {Prompts.Count} prompts");
        await writer.WriteLineAsync();
        await writer.WriteLineAsync($"{"",-44} {"prompts",8} {"answered",9} {"exact",6} {"%",6} {"behaves",8} {"wrong",6} {"refused rightly",16} {"refused otherwise",18} {"asked",6} {"suggesting",11} {"one click",10} {"near",5}");
        foreach (var row in Rows)
        {
            var share = 100.0 * row.Right / row.Prompts;
            await writer.WriteLineAsync(
                $"{row.Kind + ": " + row.Name,-44} {row.Prompts,8} {row.Answered,9} {row.Exact,6} {share,6:F1} {row.Behaves,8} {row.Wrong,6} {row.RefusedRightly,16} {row.RefusedOtherwise,18} {row.Asked,6} {row.Suggesting,11} {row.OneClick,10} {row.Near,5}");
        }

        await writer.WriteLineAsync();
        foreach (var part in Parts)
        {
            await writer.WriteLineAsync($"part of a valid prompt: {part.Name,-20} {part.Right,8} of {part.Of}");
        }

        if (Parts.Count > 0)
        {
            await writer.WriteLineAsync();
        }

        if (Prompts.Any(p => p.IsValid))
        {
            await writer.WriteLineAsync($"wrong program for a valid prompt: {Listed(Misread)}");
            await writer.WriteLineAsync($"program that does other than labelled: {Listed(Misbehaving)}");
            await writer.WriteLineAsync($"asked about though valid: {Listed(AskedThoughValid, Prompts.Count(p => p.IsValid))}");
        }

        if (Prompts.Any(p => p.IsInvalid))
        {
            await writer.WriteLineAsync($"WRONG PROGRAM FOR AN INVALID PROMPT: {Listed(Armed)}");
        }

        if (Prompts.Count(p => p.IsToBeAsked) is > 0 and var toBeAsked)
        {
            await writer.WriteLineAsync($"asked {Asked} of {toBeAsked}");
            await writer.WriteLineAsync($"PROGRAM WITHOUT THE QUESTION: {Listed(Unasked)}");
        }

        if (Times is { } times)
        {
            await writer.WriteLineAsync($"time of a program: {times}");
        }

        if (RefusalTimes is { } refusals)
        {
            await writer.WriteLineAsync($"time of a refusal with its suggestions: {refusals}");
        }

        if (verbose)
        {
            await PrintOthersAsync(writer);
        }
    }

    public async Task WriteAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(File);
        var path = await BenchResult.WriteAsync(
            $"compile-{name}", new { Prompts = Prompts.Count, Times, RefusalTimes, Rows, Parts, WrongForValid = Misread, Misbehaving, AskedThoughValid, WrongForInvalid = Armed, Asked, Unasked }, cancellationToken);
        await writer.WriteLineAsync();
        await writer.WriteLineAsync($"written to {path}");
    }

    private async Task PrintOthersAsync(TextWriter writer)
    {
        await writer.WriteLineAsync();
        foreach (var prompt in Prompts.Where(p => !p.IsRight || p.Score is { Faithful: false } or { Behaves: false }))
        {
            var wrong = prompt.Score is { } score ? WrongParts(score) : "";
            await writer.WriteLineAsync($"{prompt.Label.Id} {prompt.Judgement}{wrong}: {Shortened(prompt.Label.Prompt)}");
            await writer.WriteLineAsync($"    wanted {Wanted(prompt.Label.Expected)}, got {prompt.Prediction.Program?.GetRawText() ?? prompt.Prediction.Error ?? "nothing"}");
            if (prompt.Prediction.Words is { } words)
            {
                await writer.WriteLineAsync($"    {words}");
            }

            foreach (var (suggestion, itsScore) in prompt.Suggested)
            {
                await writer.WriteLineAsync($"    suggests{WrongParts(itsScore)}: {suggestion}");
            }
        }
    }

    private static string WrongParts(ProgramScore score) =>
        score.Faithful ? "" : $" ({string.Join(", ", score.Parts().Where(part => !part.Right).Select(part => part.Part))})";

    private static string Wanted(Expectation expected) => expected switch
    {
        Expectation.IsRefused refused => refused.Code,
        Expectation.IsAsked asked => $"a question ({string.Join(" or ", asked.Codes)})",
        _ => "a program",
    };

    private static string Listed(IReadOnlyList<string> ids, int? of = null) => $"{ids.Count}{(of is { } all ? $" of {all}" : "")} {string.Join(' ', ids)}".TrimEnd();

    private static string Shortened(string prompt)
    {
        const int LengthMax = 200;
        var line = prompt.ReplaceLineEndings(" ⏎ ");
        return line.Length <= LengthMax ? line : $"{line[..LengthMax]}…";
    }
}
