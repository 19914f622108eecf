using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>What a program will do, in plain English.</summary>
/// <param name="When">What it waits for; begins a sentence.</param>
/// <param name="Steps">What it does; each goes on with the sentence.</param>
internal sealed record Explanation(string When, IReadOnlyList<string> Steps)
{
    public string Sentence => $"{When}, {string.Join(", then ", Steps)}.";

    public ReadBack ReadBack => new(When, [.. Steps.Select(step => $"{char.ToUpperInvariant(step[0])}{step[1..]}")]);
}
