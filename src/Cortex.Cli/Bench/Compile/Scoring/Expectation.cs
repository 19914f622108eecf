namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>What a prompt is labelled with: <see cref="Compiles"/> or <see cref="IsRefused"/>.</summary>
internal abstract record Expectation
{
    private Expectation()
    {
    }

    /// <summary>The prompt is valid: it means this program.</summary>
    /// <param name="Program">The program.</param>
    /// <param name="Tolerance">What is as good.</param>
    internal sealed record Compiles(FlatProgram Program, Tolerance Tolerance) : Expectation;

    /// <summary>The prompt is invalid: it is refused.</summary>
    /// <param name="Code">Why: the class that it is counted under.</param>
    /// <param name="Codes">All reasons that are right, <paramref name="Code"/> among them.</param>
    /// <param name="OrProgram">The only program that is right too.</param>
    internal sealed record IsRefused(string Code, IReadOnlySet<string> Codes, Compiles? OrProgram) : Expectation;
}
