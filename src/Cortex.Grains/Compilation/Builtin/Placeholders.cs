using System.Text.RegularExpressions;

namespace Cortex.Compilation.Builtin;

/// <summary>"Hello {sender name}": what people put into a text where a field is to stand. A template, in two pairs of braces, is none.</summary>
internal static partial class Placeholders
{
    private const string Name = "name";

    private const char Gap = '\u0001';

    /// <summary>The text with templates in their places; null if one of them names no field.</summary>
    public static string? Fill(string text, Func<string, string?> resolve)
    {
        var fills = true;
        var filled = Braces().Replace(text, match =>
        {
            if (!match.Groups[Name].Success)
            {
                return match.Value;
            }

            var template = resolve(match.Groups[Name].Value.Trim());
            fills &= template is not null;
            return template ?? match.Value;
        });
        return fills ? filled : null;
    }

    /// <summary>The text around them, which is the user's own.</summary>
    public static IEnumerable<string> Around(string text) => Braces().Replace(text, match => match.Groups[Name].Success ? $"{Gap}" : match.Value).Split(Gap);

    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{(?<name>[A-Za-z][A-Za-z' ]{1,40})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
