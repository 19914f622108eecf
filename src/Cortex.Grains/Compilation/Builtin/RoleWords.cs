using System.Collections.Frozen;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>People who are named by what they are, or by a first name, so that nobody but the user knows their address: <c>my bookkeeper</c>, <c>the rest of the team</c>, <c>Dana and Erik</c>.</summary>
internal static class RoleWords
{
    private const int WordsBeforeRole = 2;

    private static readonly string[] Leads =
        ["the rest of", "all of", "everyone in", "everybody in", "everyone on", "everybody on", "someone in", "somebody in", "one of", "the whole of"];

    private static readonly FrozenSet<string> Determiners = FrozenSet.Create(StringComparer.Ordinal, "my", "our", "the", "a", "an", "his", "her", "their");

    private static readonly FrozenSet<string> Roles =
        ("accountant accountants accounting accounts admin administrator advisor agent agents analyst architect assistant attorney auditor billing board bookkeeper bookkeeping boss boyfriend broker brother buyer "
            + "caretaker ceo cfo chairman chef coach colleague colleagues contractor cousin coworker coworkers crew cto dad daughter dentist designer developer developers director dispatch doctor driver "
            + "editor electrician employees engineering engineers family father finance foreman friend friends girlfriend grandma grandpa headquarters hr husband investor investors janitor kids landlord "
            + "lawyer legal logistics management manager managers marketing mentor mother mum mom nanny neighbour neighbours neighbor neighbors nurse office operations parents partner partners payroll "
            + "people personnel pharmacist photographer physio plumber principal procurement producer professor publisher purchasing reception receptionist sales salesman salespeople secretary security sister "
            + "solicitor son spouse staff superintendent supervisor supplier suppliers support surveyor teacher teachers team teams tenant tenants therapist trainer translator treasurer tutor uncle aunt vet "
            + "volunteers warehouse wife workmates").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that say no more of a role: what follows them is said of something else.</summary>
    private static readonly FrozenSet<string> NoAttributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "from", "to", "by", "with", "in", "on", "at", "for", "of", "about", "that", "which", "who", "my", "our", "the", "a", "an", "and", "or", "it", "them", "me", "is", "are", "if", "when", "then", "every", "all", "any");

    /// <summary>Names of days and months, and of what Cortex works with: they begin with a capital too.</summary>
    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "gmail", "google", "salesforce", "inbox", "calendar", "trash", "spam", "archive", "i", "ai", "crm");

    /// <summary>The length of such words at the start of a text; 0 if none are there.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var first = OneLength(text);
        if (first == 0)
        {
            return 0;
        }

        foreach (var joint in (ReadOnlySpan<string>)["and", "&", ","])
        {
            var gap = first + Blank(text[first..]);
            if (PromptWord.Match(text[gap..], joint) is > 0 and var length)
            {
                var next = gap + length + Blank(text[(gap + length)..]);
                return OneLength(text[next..]) is > 0 and var second ? next + second : first;
            }
        }

        return first;
    }

    private static int OneLength(ReadOnlySpan<char> text)
    {
        var start = 0;
        foreach (var lead in Leads)
        {
            if (PromptWord.Match(text, lead) is > 0 and var length)
            {
                start = length + Blank(text[length..]);
                break;
            }
        }

        var word = PromptWord.Length(text[start..]);
        if (word > 0 && Determiners.Contains(PromptWord.Lower(text.Slice(start, word))))
        {
            start += word + Blank(text[(start + word)..]);
        }
        else if (NameLength(text[start..]) is > 0 and var name)
        {
            return start + name;
        }

        for (var words = 0; words <= WordsBeforeRole; words++)
        {
            word = PromptWord.Length(text[start..]);
            if (word == 0 || NoAttributes.Contains(PromptWord.Lower(text.Slice(start, word))))
            {
                return 0;
            }

            if (Roles.Contains(PromptWord.Lower(text.Slice(start, word))) && !IsRole(text[(start + word)..]))
            {
                return start + word;
            }

            start += word + Blank(text[(start + word)..]);
        }

        return 0;
    }

    /// <summary>Of "sales team" the team is the role.</summary>
    private static bool IsRole(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        var word = PromptWord.Length(rest);
        return word > 0 && Roles.Contains(PromptWord.Lower(rest[..word]));
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = PromptWord.Length(text);
        return length > 1 && char.IsUpper(text[0]) && text[1..length].IndexOfAnyInRange('A', 'Z') < 0 && !NoNames.Contains(text[..length].ToString()) ? length : 0;
    }

    private static int Blank(ReadOnlySpan<char> text) => text.Length - text.TrimStart(' ').Length;
}
