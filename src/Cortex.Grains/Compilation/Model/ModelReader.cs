using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Model;
using Cortex.Programs;

namespace Cortex.Compilation.Model;

/// <summary>
/// Lets the language model read what the built-in reader did not understand. Its answer is held against the catalog, the validator and the prompt;
/// it may correct itself once. Everything together ends within <see cref="GroqSettings.CompileBudget"/>, or says why.
/// </summary>
internal sealed class ModelReader(
    ILanguageModel model,
    GroqSettings settings,
    CompilerQuestions questions,
    IPromptExamples examples,
    AnswerReader answers,
    CortexCatalog catalog,
    ProgramValidator validator,
    Coverage coverage,
    CompilationCache cache,
    TimeProvider time) : IPromptReader
{
    /// <summary>The answer and one repair: what is wrong twice does not become right by asking on.</summary>
    private const int RoundsMax = 2;

    /// <summary>With less left a repair would only be cut off.</summary>
    private static readonly TimeSpan RepairMin = TimeSpan.FromMilliseconds(1_500);

    /// <summary>
    /// A program takes 150 to 400, the thought before it about as much again. The account is charged with all of it before there is an answer, so a
    /// generous limit shuts small accounts out; an answer that needs more may have twice as much.
    /// </summary>
    private const int OutputTokensMax = 1_400;

    /// <summary>Examples that the model is shown, as far as <see cref="ExampleTokensMax"/> goes.</summary>
    private const int ExamplesMax = 8;

    /// <summary>The account is charged with them at every prompt, as they differ from prompt to prompt and so are not cached.</summary>
    private const int ExampleTokensMax = 900;

    /// <summary>Users have no time zone yet: their days are those of UTC, in the programs that come of it too.</summary>
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.Utc;

    private const string Unusable = "The language model gave no usable program for this. Say it in other words: when: one event, then: what to do, names and texts in quotes.";

    public string Name => model.Name;

    public async ValueTask<Reading> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured)
        {
            return new Reading.NotAsked("No language model is configured here, so only wordings that the built-in compiler understands can be used.");
        }

        var start = time.GetTimestamp();
        var question = questions.For(prompt);
        var data = CompilerData.Of(prompt, time.GetUtcNow(), Zone, Examples(prompt));
        var key = CompilationCache.KeyOf(model.Name, question, data.Key());
        if (await cache.FindAsync(key, cancellationToken) is { } known && Reading(known, prompt, null) is { } found)
        {
            return found;
        }

        return await AskAsync(prompt, question, data, key, start, cancellationToken);
    }

    private async Task<Reading> AskAsync(
        string prompt, CompilerQuestion question, JsonObject data, string key, long start, CancellationToken cancellationToken)
    {
        ModelUsage? usage = null;
        Verdict? verdict = null;
        for (var round = 1; round <= RoundsMax; round++)
        {
            var left = settings.CompileBudget - time.GetElapsedTime(start);
            if (verdict is not null && left < RepairMin)
            {
                break;
            }

            var reply = await model.AskAsync(
                new ModelQuestion(
                    "compile",
                    question.Instructions,
                    (verdict is null ? data : data.Repairing(verdict.Answer, verdict.Problem)).Write(),
                    AnswerSchema.Name,
                    question.Schema,
                    OutputTokensMax,
                    left,
                    ModelPriority.Person),
                cancellationToken);
            switch (reply)
            {
                // What the first round found is worth more to the user than that the second one failed.
                case ModelReply.Failed failed when verdict is not null:
                    return ReadingOf(verdict, prompt, ModelUsage.Sum(usage, failed.Usage));
                case ModelReply.Failed failed:
                    return new Reading.Unavailable(failed.Sentence, failed.RetryAfter) { Usage = failed.Usage };
                case ModelReply.Malformed malformed:
                    verdict = Judge(malformed.Generation, prompt);
                    break;
                case ModelReply.Answered answered:
                    usage = ModelUsage.Sum(usage, answered.Usage);
                    verdict = Judge(answered.Json, prompt);
                    break;
                default:
                    throw new InvalidOperationException("A question ended in no known way.");
            }

            if (verdict!.Problem is null || (round == RoundsMax && !verdict.IsMalformed))
            {
                await cache.KeepAsync(key, verdict.Result, cancellationToken);
                return ReadingOf(verdict, prompt, usage);
            }
        }

        return ReadingOf(verdict!, prompt, usage);
    }

    private static Reading ReadingOf(Verdict verdict, string prompt, ModelUsage? usage) => verdict.IsMalformed
        ? new Reading.NotUnderstood(RefusalCode.NeedsClarification, Unusable) { Usage = usage }
        : Reading(verdict.Result, prompt, usage)!;

    /// <summary>What an answer is worth; with a problem, its result is the refusal if it is not corrected.</summary>
    private Verdict Judge(string json, string prompt)
    {
        try
        {
            switch (answers.Read(json))
            {
                case ModelAnswer.Refusal refusal:
                    return new Verdict(json, new CachedReading(null, refusal.Code, refusal.Sentence, refusal.Quote), null);
                case ModelAnswer.Program(var program) when Faults(program, prompt) is [var fault, ..] faults:
                    return new Verdict(json, new CachedReading(ProgramJson.Write(program), fault.Code, null, null), string.Join(' ', faults.Select(one => one.Sentence)));
                case ModelAnswer.Program(var program):
                    return new Verdict(json, new CachedReading(ProgramJson.Write(program), null, null, null), null);
                default:
                    throw new InvalidOperationException("An answer is neither a program nor a refusal.");
            }
        }
        catch (ProgramFormatException malformed)
        {
            return new Verdict(json, new CachedReading(null, null, null, null), malformed.Message, IsMalformed: true);
        }
    }

    /// <summary>What is wrong with a program; that it leaves out what was said is asked of a sound one.</summary>
    private IReadOnlyList<ProgramFault> Faults(CortexProgram program, string prompt)
    {
        var meant = Additions.Meant(program, catalog);
        var faults = validator.FindFaults(meant, prompt);
        return faults.Count == 0 && coverage.FindFault(meant, prompt, tookEveryWord: false) is { } leftOut ? [leftOut] : faults;
    }

    /// <summary>Null for a cached program of a form that is no longer read.</summary>
    private static Reading? Reading(CachedReading kept, string prompt, ModelUsage? usage)
    {
        if (kept.ProgramJson is null)
        {
            var start = string.IsNullOrEmpty(kept.Quote) ? -1 : prompt.IndexOf(kept.Quote, StringComparison.Ordinal);
            return new Reading.Refused(kept.Code!, kept.Sentence!, start < 0 ? null : new TextRange(start, kept.Quote!.Length)) { Usage = usage };
        }

        try
        {
            return new Reading.Understood(ProgramJson.Parse(kept.ProgramJson)) { Usage = usage };
        }
        catch (ProgramFormatException)
        {
            return null;
        }
    }

    /// <summary>The nearest ones that go into the limit together.</summary>
    private List<PromptExample> Examples(string prompt)
    {
        var left = ExampleTokensMax;
        return [.. examples.Nearest(prompt, ExamplesMax).Where(example =>
        {
            var fits = example.Tokens <= left;
            left -= fits ? example.Tokens : 0;
            return fits;
        })];
    }

    private sealed record Verdict(string Answer, CachedReading Result, string? Problem, bool IsMalformed = false);
}
