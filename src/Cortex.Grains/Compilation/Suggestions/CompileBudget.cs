namespace Cortex.Compilation.Suggestions;

/// <summary>
/// The compilations that one refusal may cost; what was compiled once is not again. They are counted, and no clock ends them, so that the same prompt gets the
/// same suggestions on every machine, however busy.
/// </summary>
internal sealed class CompileBudget(CandidateCompiler compiler)
{
    /// <summary>Nearly all of the suggestions that are ever found are found with fewer.</summary>
    private const int CompilationsMax = 7;

    /// <summary>What they may have together, since a long prompt takes as long as several short ones.</summary>
    private const int CharactersMax = 800;

    private readonly Dictionary<string, CompileResult> _known = new(StringComparer.Ordinal);
    private int _characters;

    /// <summary>The program; null if the words are refused, or too much was tried before.</summary>
    public CompileResult.Compiled? Compile(string prompt) => Result(prompt) as CompileResult.Compiled;

    public bool Compiles(string prompt) => Compile(prompt) is not null;

    /// <summary>Why the words are refused; null if they are not, or too much was tried before.</summary>
    public CompileResult.Refused? Refusal(string prompt) => Result(prompt) as CompileResult.Refused;

    private CompileResult? Result(string prompt)
    {
        if (_known.TryGetValue(prompt, out var known))
        {
            return known;
        }

        if (_known.Count >= CompilationsMax || _characters + prompt.Length > CharactersMax)
        {
            return null;
        }

        _characters += prompt.Length;
        return _known[prompt] = compiler.Compile(prompt);
    }
}
