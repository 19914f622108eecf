namespace Cortex.Compilation.Grammar;

/// <summary>
/// Words without quotes that a field is compared with. An address among them belongs to the sentence, not to the text: "with subject Weekly report from
/// ana@example.com" is two conditions.
/// </summary>
internal static class ConditionText
{
    private static readonly string[] BeforeAddresses = ["from", "to", "by"];

    /// <summary>The length of the text at the start; 0 if there is none that is surely text.</summary>
    public static int Length(ReadOnlySpan<char> text, IReadOnlySet<string> followers, int maxWords, Func<int, bool> goesOn)
    {
        text = UnquotedText.WithinSentence(text);
        var length = UnquotedText.Length(text, followers, maxWords, goesOn: goesOn);
        var (before, previous) = (0, "");
        foreach (var range in text[..length].Split(' '))
        {
            var word = text[range];
            if (range.Start.Value > 0 && word.Contains('@') && AddressText.Length(word, domains: false) > 0)
            {
                return BeforeAddresses.Contains(previous, StringComparer.OrdinalIgnoreCase) ? text[..before].TrimEnd().Length : 0;
            }

            before = range.Start.Value;
            previous = word.ToString();
        }

        return length;
    }
}
