using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>A yes or no that an earlier step gives, as a sentence: "whether it was found in step 1" that is true is "it was found in step 1".</summary>
internal static class WhetherFound
{
    private const string Whether = "whether ";
    private const string Was = " was ";

    /// <summary>The sentence; null for another output, or another comparison.</summary>
    public static string? Of(string output, Comparison comparison) =>
        output.StartsWith(Whether, StringComparison.Ordinal) && comparison is { Op: Operator.Equals, Value.Flag: { } yes }
            ? yes ? output[Whether.Length..] : output[Whether.Length..].Replace(Was, " was not ", StringComparison.Ordinal)
            : null;

    /// <summary>Reads the sentence of an output, as whether it is true; null if it is another.</summary>
    public static bool? Read(Line line, string output) =>
        !output.StartsWith(Whether, StringComparison.Ordinal) ? null
        : line.TakeWhole(output[Whether.Length..]) ? true
        : line.TakeWhole(output[Whether.Length..].Replace(Was, " was not ", StringComparison.Ordinal)) ? false
        : null;
}
