using System.Globalization;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>Times of day that may be in the morning or in the evening: "tomorrow <c>at 5</c>".</summary>
internal static class AmbiguousClocks
{
    private const string At = "at ";

    public static IEnumerable<OpenPhrase> In(string prompt)
    {
        for (var start = prompt.IndexOf(At, StringComparison.OrdinalIgnoreCase); start >= 0; start = prompt.IndexOf(At, start + 1, StringComparison.OrdinalIgnoreCase))
        {
            var clock = start + At.Length;
            if ((start > 0 && PromptWord.IsPart(prompt[start - 1])) || ClockWords.Read(prompt.AsSpan(clock)) is not { Length: > 0 } read || TimeWords.HasHalf(read))
            {
                continue;
            }

            var words = prompt.Substring(clock, read.Length);
            string[] options = [$"{words}am", $"{words}pm"];
            yield return new OpenPhrase(
                new TextRange(clock, read.Length), PromptQuestion.Gap, options[1], options, string.Create(CultureInfo.InvariantCulture, $"\"at {words}\" can be in the morning or in the evening. Write {options[0]} or {options[1]}."), "In the morning, or later?");
        }
    }
}
