using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>What a program will do, in plain English, so that <see cref="ExplanationReader"/> finds the same program in it.</summary>
/// <param name="When">What it waits for; begins a sentence.</param>
/// <param name="Steps">What it does; each goes on with the sentence.</param>
internal sealed record Explanation(string When, IReadOnlyList<string> Steps)
{
    /// <summary>The whole as one sentence. Where a step has a condition of its own, semicolons say how far that goes.</summary>
    public string Sentence
    {
        get
        {
            var hasConditions = Steps.Any(step => step.StartsWith(Explainer.If, StringComparison.Ordinal));
            var sentence = $"{When}, {string.Join(hasConditions ? "; then " : ", then ", Steps)}";
            return sentence[^1] is '"' or '”' && sentence[^2] is '.' or '!' or '?' ? sentence : $"{sentence}.";
        }
    }

    public ReadBack ReadBack => new(When, [.. Steps.Select(step => $"{char.ToUpperInvariant(step[0])}{step[1..]}")]);
}
