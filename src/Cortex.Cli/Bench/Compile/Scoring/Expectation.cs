namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>What a prompt is labelled with: <see cref="Compiles"/>, <see cref="IsRefused"/> or <see cref="IsAsked"/>.</summary>
internal abstract record Expectation
{
    private Expectation()
    {
    }

    /// <summary>The prompt is valid: it means this program.</summary>
    /// <param name="Program">The program.</param>
    /// <param name="Tolerance">What is as good.</param>
    /// <param name="Items">What it does with items that come; may be empty.</param>
    internal sealed record Compiles(FlatProgram Program, Tolerance Tolerance, IReadOnlyList<LabelledItem> Items) : Expectation;

    /// <summary>The prompt is invalid: it is refused.</summary>
    /// <param name="Code">Why: the class that it is counted under.</param>
    /// <param name="Codes">All reasons that are right, <paramref name="Code"/> among them.</param>
    /// <param name="OrProgram">The only program that is right too.</param>
    internal sealed record IsRefused(string Code, IReadOnlySet<string> Codes, Compiles? OrProgram) : Expectation;

    /// <summary>The prompt leaves something open, or could hurt: the user is asked before it becomes a program.</summary>
    /// <param name="Codes">The refusals that ask as they should; <c>needs_confirmation</c> stands for a program too that is only kept once it is confirmed.</param>
    internal sealed record IsAsked(IReadOnlySet<string> Codes) : Expectation;
}
