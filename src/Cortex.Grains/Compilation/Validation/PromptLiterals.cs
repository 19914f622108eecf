using System.Globalization;
using System.Text;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Tells whether a literal was said in the prompt, so that no compiler can invent one.</summary>
internal sealed class PromptLiterals(string prompt)
{
    private readonly string _prompt = Plain(prompt);

    /// <summary>Whether the text is in the prompt, whatever its case and white space.</summary>
    public bool Said(string text)
    {
        var plain = Plain(text);
        return plain.Length > 0 && _prompt.Contains(plain, StringComparison.OrdinalIgnoreCase);
    }

    public bool Said(Comparison comparison) => comparison.Value switch
    {
        // A yes or no is said by the wording, never as such.
        { Flag: not null } => true,
        { Number: { } number } => Said(number.ToString(CultureInfo.InvariantCulture)),
        // "from acme.com" means everybody @acme.com.
        { Text: ['@', .. var domain] } => Said(domain),
        { Text: { } text } => Said(text),
        _ => false,
    };

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in PlainText.Of(text))
        {
            if (!char.IsWhiteSpace(character))
            {
                plain.Append(character);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
