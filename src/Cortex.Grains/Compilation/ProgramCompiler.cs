using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>Prompt to program: the readers in their order, what they mean by what is added, then the validator, then the explanation.</summary>
internal sealed class ProgramCompiler(IEnumerable<IPromptReader> readers, CortexCatalog catalog, ProgramValidator validator, Coverage coverage, Explainer explainer) : IProgramCompiler
{
    private readonly IPromptReader[] _readers = [.. readers];

    public async Task<CompileResult> CompileAsync(string prompt, CancellationToken cancellationToken)
    {
        if (PromptChecks.Refuse(prompt) is { } refused)
        {
            return refused;
        }

        Reading.NotUnderstood? why = null;
        foreach (var reader in _readers)
        {
            var reading = await reader.ReadAsync(prompt, cancellationToken);
            switch (reading)
            {
                case Reading.Understood understood:
                    return Compile(understood, prompt, reader.Name) with { Usage = reading.Usage };
                case Reading.Refused(var code, var sentence, var at, var repair):
                    return new CompileResult.Refused(code, sentence, at, repair) { Usage = reading.Usage, Farthest = reading.Farthest };
                case Reading.Unavailable(var sentence, var retryAfter):
                    return new CompileResult.Unavailable(sentence, retryAfter) { Usage = reading.Usage };
                case Reading.NotAsked(var sentence) when why is not null:
                    why = why with { Sentence = $"{why.Sentence} {sentence}" };
                    break;
                case Reading.NotUnderstood reason:
                    why = reason;
                    break;
            }
        }

        return why is null
            ? throw new InvalidOperationException("There is no reader of prompts.")
            : new CompileResult.Refused(why.Code, why.Sentence, why.At, why.Repair) { Farthest = why.Farthest };
    }

    private CompileResult Compile(Reading.Understood read, string prompt, string compiler)
    {
        // An explanation says all that is in its program, and nothing else.
        var program = read.IsReadBack ? read.Program : Additions.Meant(read.Program, catalog);
        var found = read.IsReadBack ? validator.FindFault(program) : validator.FindFault(program, prompt) ?? coverage.FindFault(program, prompt, compiler == BuiltinReader.ReaderName);
        if (found is { } fault)
        {
            return new CompileResult.Refused(fault.Code, fault.Sentence, fault.At, fault.LeftOver is { } left ? Repair.None with { LeftOver = left } : null);
        }

        var json = ProgramJson.Write(program);
        var explanation = explainer.Explain(program);
        return new CompileResult.Compiled(program, json, ProgramJson.Hash(json), explanation.Sentence, compiler, explanation.ReadBack);
    }
}
