using System.Text.RegularExpressions;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Gmail's search words, the common ones: rfc822msgid, from, to, subject, label, in, is, and plain words; all must hold.</summary>
internal sealed partial class MailSearch
{
    private readonly IReadOnlyList<(string Key, string Value, bool IsNegated)> terms;
    private readonly IReadOnlyList<string> labelIds;
    private readonly bool withHidden;

    private MailSearch(IReadOnlyList<(string Key, string Value, bool IsNegated)> terms, IReadOnlyList<string> labelIds, bool withHidden)
        => (this.terms, this.labelIds, this.withHidden) = (terms, labelIds, withHidden);

    public static MailSearch Parse(string query, IEnumerable<string?> labelIds, bool includeSpamTrash)
    {
        (string Key, string Value, bool IsNegated)[] terms = [.. Term().Matches(query).Select(match => (
            match.Groups["key"].Value.ToLowerInvariant(),
            match.Groups["value"].Value.Trim('"'),
            match.Groups["not"].Success))];
        string[] ids = [.. labelIds.OfType<string>()];

        // Spam and trash stay out of sight unless they are asked for; a message id finds its message wherever it is.
        var asksForHidden = ids.Concat(terms.Where(term => term.Key is "in" or "label").Select(term => term.Value.ToUpperInvariant()))
            .Any(word => word is SystemLabels.Spam or SystemLabels.Trash or "ANYWHERE");
        return new MailSearch(terms, ids, includeSpamTrash || asksForHidden);
    }

    public IEnumerable<GmailMessage> Find(Mailbox mailbox)
    {
        var byId = terms.FirstOrDefault(term => term.Key == "rfc822msgid" && !term.IsNegated);
        var candidates = byId.Value is { } messageId ? mailbox.FindByMessageId(Bare(messageId)) : mailbox.Messages;
        return candidates.Where(message =>
            (withHidden || !(message.LabelIds.Contains(SystemLabels.Spam) || message.LabelIds.Contains(SystemLabels.Trash)))
            && labelIds.All(message.LabelIds.Contains)
            && terms.All(term => Holds(mailbox, message, term.Key, term.Value) != term.IsNegated));
    }

    private static bool Holds(Mailbox mailbox, GmailMessage message, string key, string value) => key switch
    {
        "rfc822msgid" => message.Summary.MessageId.Equals(Bare(value), StringComparison.OrdinalIgnoreCase),
        "from" => Has(message.Summary.From, value),
        "to" => Has(message.Summary.To, value),
        "subject" => Has(message.Summary.Subject, value),
        "in" when value.Equals("drafts", StringComparison.OrdinalIgnoreCase) => message.LabelIds.Contains(SystemLabels.Draft),
        "in" or "label" => value.Equals("anywhere", StringComparison.OrdinalIgnoreCase) || HasLabel(mailbox, message, value),
        "is" when value.Equals("read", StringComparison.OrdinalIgnoreCase) => !message.LabelIds.Contains(SystemLabels.Unread),
        "is" => message.LabelIds.Contains(value.ToUpperInvariant()),
        "" => Has(message.Summary.Subject, value) || Has(message.Summary.From, value) || Has(message.Summary.To, value) || Has(message.Summary.Snippet, value)
            || Has(MailText.Parse(message.Raw).TextBody ?? "", value),
        _ => Has(message.Summary.Snippet, $"{key}:{value}"),
    };

    /// <summary>A label's name may be written with dashes for its spaces.</summary>
    private static bool HasLabel(Mailbox mailbox, GmailMessage message, string name)
        => message.LabelIds.Any(id => mailbox.Label(id)?.Name.Replace(' ', '-').Equals(name.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase) == true);

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Bare(string messageId) => messageId.Trim().TrimStart('<').TrimEnd('>');

    [GeneratedRegex("""(?<not>-)?(?:(?<key>[A-Za-z0-9]+):)?(?<value>"[^"]*"|\S+)""")]
    private static partial Regex Term();
}
