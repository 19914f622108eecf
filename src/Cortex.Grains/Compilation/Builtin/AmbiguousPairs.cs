using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>Two addresses joined by "and" where both could be meant, or either of them: "an email to Ana and Ben".</summary>
internal static class AmbiguousPairs
{
    /// <summary>Of what is excepted "and" leaves nothing open: "other than Ana and Ben".</summary>
    private static readonly string[] Exceptions = ["other than", "except", "excluding", "apart from", "besides", "neither", "but not", "unless", "without", "not from", "isn't from"];

    private static readonly string[] Prepositions = ["to", "from", "with", "by"];

    public static IEnumerable<OpenPhrase> In(string prompt)
    {
        for (var and = prompt.IndexOf(" and ", StringComparison.OrdinalIgnoreCase); and > 0; and = prompt.IndexOf(" and ", and + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = prompt.LastIndexOf(' ', and - 1) + 1;
            var behind = and + " and ".Length;
            var length = AddressText.Length(prompt.AsSpan(behind), domains: true);
            if (length == 0 || Array.Exists(Exceptions, word => prompt.AsSpan(0, start).Contains(word, StringComparison.OrdinalIgnoreCase)) || AddressText.Length(prompt.AsSpan(start, and - start), domains: true) != and - start)
            {
                continue;
            }

            var (first, second) = (prompt[start..and], prompt.Substring(behind, length));
            var before = prompt[..start].TrimEnd();
            var preposition = Array.Find(Prepositions, word => before.EndsWith($" {word}", StringComparison.OrdinalIgnoreCase));
            string[] options = preposition is null ? [$"{first} or {second}"] : [$"{first} or {second}", $"{first} and {preposition} {second}"];
            yield return new OpenPhrase(
                new TextRange(start, behind + length - start), PromptQuestion.Gap, options[0], options, $"\"{first} and {second}\" can mean both of them or either. Write \"or\", or repeat what is said of each.", "Either of them, or both?");
        }
    }
}
