using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Validation;

namespace Cortex.Compilation.Suggestions;

/// <summary>Compiles what may be suggested: with the built-in reader alone, and without suggestions of its own.</summary>
internal sealed class CandidateCompiler(BuiltinReader reader, CortexCatalog catalog, ProgramValidator validator, Coverage coverage, Explainer explainer, ReadingComparison comparison)
{
    private readonly ProgramCompiler _compiler = new([new CandidateReader(reader)], catalog, validator, coverage, explainer, comparison);

    /// <summary>The program, or why the words are refused.</summary>
    public CompileResult Compile(string prompt)
    {
        var compiling = _compiler.CompileAsync(prompt, CancellationToken.None);
        return compiling.IsCompleted ? compiling.GetAwaiter().GetResult() : throw new InvalidOperationException("The built-in compiler waits for nothing.");
    }
}
