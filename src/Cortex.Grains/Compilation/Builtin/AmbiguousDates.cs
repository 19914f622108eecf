using System.Globalization;

namespace Cortex.Compilation.Builtin;

/// <summary>Dates in numbers whose day could be the month: <c>04/05/2027</c>.</summary>
internal static class AmbiguousDates
{
    private const int Length = 10;
    private const int MonthMax = 12;

    public static IEnumerable<OpenPhrase> In(string prompt)
    {
        for (var start = 0; start + Length <= prompt.Length; start++)
        {
            if ((start == 0 || !char.IsLetterOrDigit(prompt[start - 1]))
                && (DateOnly.TryParseExact(prompt.AsSpan(start, Length), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    || DateOnly.TryParseExact(prompt.AsSpan(start, Length), "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
                && date.Day <= MonthMax && date.Day != date.Month)
            {
                string[] options = [Iso(date), Iso(new DateOnly(date.Year, date.Day, date.Month))];
                yield return new OpenPhrase(
                    new TextRange(start, Length), PromptQuestion.Gap, options[0], options, $"\"{prompt.Substring(start, Length)}\" can be read as two dates. Write {options[0]} or {options[1]}.", "Which date is meant?");
            }
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
