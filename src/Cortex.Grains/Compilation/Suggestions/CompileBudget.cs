namespace Cortex.Compilation.Suggestions;

/// <summary>The compilations that one refusal may cost; what was compiled once is not again.</summary>
internal sealed class CompileBudget(CandidateCompiler compiler)
{
    private const int CompilationsMax = 48;

    private readonly Dictionary<string, CompileResult.Compiled?> _known = new(StringComparer.Ordinal);

    /// <summary>The program; null if the words are refused, or too many were tried before.</summary>
    public CompileResult.Compiled? Compile(string prompt)
    {
        if (_known.TryGetValue(prompt, out var known))
        {
            return known;
        }

        return _known.Count < CompilationsMax ? _known[prompt] = compiler.Compile(prompt) : null;
    }

    public bool Compiles(string prompt) => Compile(prompt) is not null;
}
