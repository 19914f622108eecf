using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>Words that only say in which account something is, and so belong to no text: "in Gmail", "on my calendar".</summary>
internal static class PlaceWords
{
    private static readonly FrozenSet<string> Leads = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "in", "on", "via", "from", "into", "to", "through");
    private static readonly FrozenSet<string> Articles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "my", "the", "our", "google");
    private static readonly FrozenSet<string> Places = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "gmail", "inbox", "mailbox", "calendar", "icalendar", "salesforce", "crm", "sfdc");

    public static bool BeginAt(ReadOnlySpan<char> text)
    {
        if (!Leads.Contains(Next(ref text)))
        {
            return false;
        }

        var word = Next(ref text);
        while (Articles.Contains(word))
        {
            word = Next(ref text);
        }

        return Places.Contains(word);
    }

    private static string Next(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var length = PromptWord.Length(text);
        var word = text[..length].ToString();
        text = text[length..];
        return word;
    }
}
