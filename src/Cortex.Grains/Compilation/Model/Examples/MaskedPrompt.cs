using System.Text.RegularExpressions;

namespace Cortex.Compilation.Model.Examples;

/// <summary>A prompt without what is its writer's own: addresses, quoted texts and numbers are one sign each, so that two prompts are alike if they ask for alike things.</summary>
internal static partial class MaskedPrompt
{
    public static string Of(string prompt) =>
        Spaces().Replace(Numbers().Replace(Addresses().Replace(Quotes().Replace(prompt, "\""), "@"), "0"), " ").Trim().ToLowerInvariant();

    [GeneratedRegex("\"[^\"]*\"|“[^”]*”", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"[^\s@]*@[^\s,;]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\d[\d.,:/-]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
