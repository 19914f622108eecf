using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Validation;
using Cortex.Model;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>
/// Prompt to program: the readers in their order, what they mean by what is added, then the validator, then the explanation. A reading that is not certain is held against
/// the next reader's, and where the two differ their user is asked.
/// </summary>
internal sealed class ProgramCompiler(
    IEnumerable<IPromptReader> readers, CortexCatalog catalog, ProgramValidator validator, Coverage coverage, Explainer explainer, ReadingComparison comparison) : IProgramCompiler
{
    private readonly IPromptReader[] _readers = [.. readers];

    public async Task<CompileResult> CompileAsync(string prompt, CompileOptions options, CancellationToken cancellationToken)
    {
        if (PromptChecks.Refuse(prompt) is { } refused)
        {
            return refused;
        }

        ModelUsage? usage = null;
        CompileResult.Refused? why = null;
        CompileResult? uncertain = null;
        foreach (var reader in options.AtOnce ? _readers.Take(1) : _readers)
        {
            var reading = await reader.ReadAsync(prompt, cancellationToken);
            usage = ModelUsage.Sum(usage, reading.Usage);
            if (uncertain is not null)
            {
                return Settle(uncertain, reading, prompt, reader.Name) with { Usage = usage };
            }

            switch (reading)
            {
                case Reading.Understood understood:
                    var result = Compile(understood, prompt, reader.Name);
                    if (reader == _readers[^1] || IsCertain(understood, result, options))
                    {
                        return result with { Usage = usage };
                    }

                    uncertain = result;
                    break;
                case Reading.Refused(var code, var sentence, var at, var repair):
                    return new CompileResult.Refused(code, sentence, at, repair) { Usage = usage, Farthest = reading.Farthest };
                case Reading.Unavailable(var sentence, var retryAfter):
                    return new CompileResult.Unavailable(sentence, retryAfter) { Usage = usage, Alone = why };
                case Reading.NotAsked(var sentence) when why is not null:
                    why = why with { Sentence = $"{why.Sentence} {sentence}" };
                    break;
                case Reading.NotUnderstood(var code, var sentence, var at, var repair):
                    why = new CompileResult.Refused(code, sentence, at, repair) { Farthest = reading.Farthest };
                    break;
            }
        }

        return uncertain ?? (why is null ? throw new InvalidOperationException("There is no reader of prompts.") : why with { Usage = usage });
    }

    /// <summary>What is said in so many words, and what its user has seen and agreed to.</summary>
    private static bool IsCertain(Reading.Understood understood, CompileResult result, CompileOptions options) =>
        understood.IsReadBack || (result is CompileResult.Compiled compiled && (!understood.HasOpenValue || compiled.ProgramHash == options.Shown));

    private CompileResult Compile(Reading.Understood read, string prompt, string compiler)
    {
        // An explanation says all that is in its program, and nothing else.
        var program = read.IsReadBack ? read.Program : Additions.Meant(read.Program, catalog);
        var found = read.IsReadBack ? validator.FindFault(program) : validator.FindFault(program, prompt) ?? coverage.FindFault(program, prompt, compiler == BuiltinReader.ReaderName);
        if (found is { } fault)
        {
            return new CompileResult.Refused(fault.Code, fault.Sentence, fault.At, fault.LeftOver is { } left ? Repair.None with { LeftOver = left } : null) { Ending = fault.Ending };
        }

        var json = ProgramJson.Write(program);
        var explanation = explainer.Explain(program);
        return new CompileResult.Compiled(program, json, ProgramJson.Hash(json), explanation.Sentence, compiler, explanation.ReadBack);
    }

    /// <summary>What comes of a reading that is not certain, or has a fault, once another reader has read the prompt too, or could not.</summary>
    private CompileResult Settle(CompileResult first, Reading second, string prompt, string name) => (first, second) switch
    {
        (_, Reading.NotAsked) => first,
        (CompileResult.Compiled one, Reading.Understood understood) => Compile(understood, prompt, name) is CompileResult.Compiled other
            ? comparison.IsSame(one.Program, other.Program) ? one : Ask(ReadingDifference.Question(one, other), one, other)
            : WithWarning(one, "It gave no usable answer."),
        (CompileResult.Refused fault, Reading.Understood understood) => Compile(understood, prompt, name) is CompileResult.Compiled other ? Ask(fault, other) : fault,
        (CompileResult.Compiled one, Reading.Refused(_, var sentence, _, _)) => Ask($"The language model is not sure what it means: {sentence}", one),
        (CompileResult.Compiled one, Reading.Unavailable(var sentence, _)) => WithWarning(one, sentence),
        (CompileResult.Compiled one, _) => WithWarning(one, "It gave no usable answer."),
        _ => first,
    };

    private static CompileResult.Compiled WithWarning(CompileResult.Compiled compiled, string why) =>
        compiled with { Warning = $"Read by the built-in compiler alone, though the language model should have read it too. {why} See whether it is what you mean, or put names and texts in quotes." };

    /// <summary>Which of several readings is meant.</summary>
    private CompileResult.Refused Ask(string question, params CompileResult.Compiled[] readings) =>
        new(RefusalCode.NeedsClarification, question, Repair: Offer(question, readings));

    /// <summary>Whether another reading is meant than the one that has a fault.</summary>
    private CompileResult.Refused Ask(CompileResult.Refused fault, CompileResult.Compiled reading) =>
        fault with { Repair = Offer("Is this what you mean?", reading) with { LeftOver = fault.Repair?.LeftOver ?? [] } };

    /// <summary>Offers readings in the words of their explanations, which are read as these programs and need no second reading.</summary>
    private Repair Offer(string question, params CompileResult.Compiled[] readings)
    {
        PromptSuggestion[] offered = [.. readings.Select(Offered).OfType<PromptSuggestion>()];
        return Repair.None with { Suggestions = offered, Question = new(question, [.. offered.Select(one => one.Prompt)], PromptQuestion.Gap) };
    }

    private PromptSuggestion? Offered(CompileResult.Compiled reading) =>
        _readers[0] is BuiltinReader builtin && PromptChecks.Refuse(reading.Explanation) is null
        && builtin.Read(reading.Explanation) is Reading.Understood { IsReadBack: true } read && Compile(read, reading.Explanation, builtin.Name) is CompileResult.Compiled compiled
            ? new(compiled.Explanation, compiled.ProgramJson, compiled.Explanation, [])
            : null;
}
