using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Readings in which words have gone where they do not belong: into a value, to another field, or nowhere.</summary>
internal static partial class MisreadWords
{
    /// <summary>What the words of a text may be that go on about the item: "called Review <c>in my</c> calendar", "Sync <c>at 9am</c>", "invoice <c>from shop.example</c>".</summary>
    [GeneratedRegex(@" (from \S|(in|at) (my|our|the|\d|[A-Z]))")]
    private static partial Regex GoingOn { get; }

    /// <summary>"To Ana or <c>from bo@x.example</c>": the preposition, and the address or domain behind it.</summary>
    [GeneratedRegex(@"\b(?:or|and) (from|to) (\S*[@.]\S*\w)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherWay { get; }

    /// <summary>"My <c>first email</c> from Ana", "the <c>next time</c>": one of several, which no program can tell.</summary>
    [GeneratedRegex(@"(?<!\b(write|send|draft|compose|prepare) (a|the|them|him|her|my|their) )\b((first|last) (new )?(emails?|mails?|messages?|meetings?|events?|calls?|appointments?|leads?|deals?|cases?|opportunity|opportunities|contacts?|tasks?|time)|next (emails?|mails?|messages?|time))\b", RegexOptions.IgnoreCase)]
    private static partial Regex OneOfSeveral { get; }

    /// <summary>"Notify me by email": being told comes by no email.</summary>
    [GeneratedRegex(@"\b(notify|tell|alert|inform|ping|message|remind) me (by|via|per) (an? )?(e-?mail|mail|text|sms|phone|slack)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ToldElsewhere { get; }

    /// <summary>"Remind me about my meetings": before they start, and not when they are made.</summary>
    [GeneratedRegex(@"^(please )?remind me (about|of) ", RegexOptions.IgnoreCase)]
    private static partial Regex Reminding { get; }

    /// <summary>"Writes again", "forwards me something": more than that an email comes.</summary>
    [GeneratedRegex(@"\b((writes|emails|mails|write|email|mail) (me |us |to me )?again|forwards? (me|us))\b", RegexOptions.IgnoreCase)]
    private static partial Regex MoreThanComing { get; }

    /// <summary>"10.000" is ten thousand to some, and ten to others.</summary>
    [GeneratedRegex(@"(?<![\d.,:/-])\d{1,3}\.\d{3}(?![\d.,-])")]
    private static partial Regex Thousands { get; }

    /// <summary>"Forward it to Ana, and to bo@x.example with the note …": the note is for one of the two.</summary>
    [GeneratedRegex(@"\b(and|also) to \S+@\S+ (with the (note|message|text)|saying)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OneOfTwo { get; }

    /// <summary>What a sort of email may be called with, before "about": "a bill about rent".</summary>
    [GeneratedRegex(@"^an? (?<sort>\w{3,})( |$)")]
    private static partial Regex SortOfEmail { get; }

    /// <summary>Words behind a field's name that compare it: "subject <c>contains</c> invoice".</summary>
    private static readonly FrozenSet<string> Comparing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "contains", "contain", "doesn't", "does", "mentions", "mention", "includes", "has", "is", "isn't", "equals", "says", "starts", "ends", "matches");

    /// <summary>Whether a reading is one of them.</summary>
    /// <param name="read">The event.</param>
    /// <param name="item">Its item.</param>
    /// <param name="prompt">The prompt.</param>
    public static bool Are(EventReading read, ItemKind item, string prompt)
    {
        var leaves = read.Conditions.SelectMany(ConditionSize.Leaves).ToList();
        var outside = QuotedText.Outside(prompt);
        return leaves.Exists(leaf => leaf.Value.Text is { } text && (leaf.Op == Operator.Semantic ? IsComparison(text, item) : IsUnquoted(text, prompt) && (GoesOn(leaf, text, item) || IsField(leaf, text, item))))
            || OtherWay.Matches(outside).Any(match => IsTurned(match, leaves, item)) || OneOfSeveral.IsMatch(outside) || ToldElsewhere.IsMatch(outside) || MoreThanComing.IsMatch(outside) || Thousands.IsMatch(outside) || OneOfTwo.IsMatch(outside)
            || leaves.Exists(leaf => leaf is { Op: Operator.Semantic, Value.Text: { } sort } && IsName(sort, outside))
            || (Reminding.IsMatch(prompt) && read is { IsNamed: false, Trigger.IsDefault: true } && item.Fields.Any(field => field.Kind == FieldKind.Time && field.Name == "start"));
    }

    /// <summary>"From Bill about a contract": Bill is a name, and no bill.</summary>
    private static bool IsName(string sort, string outside) => SortOfEmail.Match(sort) is { Success: true } match && match.Groups["sort"].Value is var noun
        && outside.Contains($"from {char.ToUpperInvariant(noun[0])}{noun[1..]}", StringComparison.Ordinal);

    private static bool IsUnquoted(string text, string prompt) => prompt.IndexOf(text, StringComparison.Ordinal) is > 0 and var at && prompt[at - 1] is not ('"' or '“' or '\'' or '‘' or '«');

    private static bool GoesOn(Comparison leaf, string text, ItemKind item) => item.Find(leaf.Field) is { Kind: FieldKind.Text, IsState: false } && GoingOn.IsMatch(text);

    /// <summary>"With a company email": the email of a company, and no company of that name.</summary>
    private static bool IsField(Comparison leaf, string text, ItemKind item) => leaf.Op == Operator.Contains && item.Find(leaf.Field) is { Kind: FieldKind.Text, IsProse: false }
        && item.Fields.Any(field => field.Name != leaf.Field && FieldNames.Of(field).Contains(text, StringComparer.Ordinal));

    /// <summary>"A subject contains invoice" is compared, and not judged.</summary>
    private static bool IsComparison(string text, ItemKind item)
    {
        var words = text.Split(' ');
        var at = words[0] is "a" or "an" or "the" ? 1 : 0;
        return words.Length > at + 1 && Comparing.Contains(words[at + 1]) && item.Fields.Any(field => FieldNames.Of(field).Contains(words[at], StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsTurned(Match match, List<Comparison> leaves, ItemKind item)
    {
        var who = match.Groups[2].Value.TrimEnd('.');
        var isFrom = match.Groups[1].Value.Equals("from", StringComparison.OrdinalIgnoreCase);
        return leaves.Exists(leaf => leaf.Value.Text is { } text && text.Contains(who, StringComparison.OrdinalIgnoreCase) && item.Find(leaf.Field) is { Kind: FieldKind.Address or FieldKind.AddressList } && leaf.Field == "from" != isFrom);
    }
}
