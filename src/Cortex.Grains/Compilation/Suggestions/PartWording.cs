using System.Text;

namespace Cortex.Compilation.Suggestions;

/// <summary>A wording of one part of an automation that the built-in compiler accepts, and other ways to say it.</summary>
/// <param name="Role">Which part.</param>
/// <param name="Items">The kinds of item that it goes with; empty for any.</param>
/// <param name="Canonical">The wording, slots in braces.</param>
/// <param name="Heard">The wording and what people say for it.</param>
internal sealed record PartWording(WordingRole Role, IReadOnlyList<string> Items, string Canonical, IReadOnlyList<string> Heard)
{
    /// <summary>The slots of the wording, in their order.</summary>
    public IReadOnlyList<WordingSlot> Slots { get; } = [.. SlotsOf(Canonical).Select(WordingSlot.Parse)];

    /// <summary>The stems of all words that it and its other forms have.</summary>
    public IReadOnlySet<string> Words { get; } = Heard.SelectMany(HeardForm.Stems).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it is about the user as a sender or a recipient, which nobody means who did not say "I" or "me".</summary>
    public bool NeedsMe { get; } = Canonical is "email me" or "i send an email";

    public bool GoesWith(string item) => Items.Count == 0 || Items.Contains(item);

    /// <summary>The wording with its slots filled.</summary>
    public string Fill(IReadOnlyList<string> values)
    {
        var text = new StringBuilder();
        var (position, slot) = (0, 0);
        while (Canonical.IndexOf('{', position) is >= 0 and var open)
        {
            text.Append(Canonical, position, open - position);
            if (StartsWithVowel(values[slot]) && text.ToString().EndsWith(" a ", StringComparison.Ordinal))
            {
                text.Insert(text.Length - 1, 'n');
            }

            text.Append(values[slot++]);
            position = Canonical.IndexOf('}', open) + 1;
        }

        return text.Append(Canonical, position, Canonical.Length - position).ToString();
    }

    private static bool StartsWithVowel(string text) => text.Length > 0 && "aeiou".Contains(char.ToLowerInvariant(text[0]), StringComparison.Ordinal);

    /// <summary>What stands between braces, in its order.</summary>
    public static IEnumerable<string> SlotsOf(string wording)
    {
        for (var open = wording.IndexOf('{', StringComparison.Ordinal); open >= 0; open = wording.IndexOf('{', open + 1))
        {
            yield return wording[(open + 1)..wording.IndexOf('}', open)];
        }
    }
}
