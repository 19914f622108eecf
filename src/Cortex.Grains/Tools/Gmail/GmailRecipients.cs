using Cortex.Compilation.Validation;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Reads inputs that name people: addresses joined by commas, and <c>me</c> for the mailbox's own.</summary>
internal sealed class GmailRecipients(GmailCalls gmail)
{
    /// <summary>The mailboxes that two inputs name, each once; or what is wrong with them. Gmail is only asked whose the mailbox is where <c>me</c> is among them.</summary>
    public async Task<(GmailRecipientList? List, ToolResult? Failure)> ReadAsync(ToolCall call, string to, string cc, CancellationToken cancellationToken)
    {
        var (first, second) = (Split(to), Split(cc));
        if (first.Concat(second).FirstOrDefault(text => text != AddressRules.Me && !GmailMime.TryParseRecipient(text, out _)) is { } wrong)
        {
            return (null, new ToolResult.Failed($"'{GmailLimits.Shown(wrong)}' is not an email address: write it like ada@example.com."));
        }

        if (first.Count == 0)
        {
            return (null, new ToolResult.Failed("The email has no recipient: say to whom it goes."));
        }

        if (Math.Max(first.Count, second.Count) > GmailLimits.RecipientsMax)
        {
            return (null, new ToolResult.Failed($"One email goes to {GmailLimits.RecipientsMax} addresses at most; these are {Math.Max(first.Count, second.Count)}."));
        }

        MailboxAddress? own = null;
        if (first.Contains(AddressRules.Me) || second.Contains(AddressRules.Me))
        {
            var answer = await gmail.GetAsync(call, GmailCalls.Profile, cancellationToken);
            if (answer.Failure is not null || !GmailMime.TryParseRecipient(answer.Body.Text("emailAddress") ?? string.Empty, out own))
            {
                return (null, answer.Failure ?? gmail.Unreadable);
            }
        }

        var direct = Mailboxes(first, own);
        var copied = Mailboxes(second, own).ExceptBy(direct.Select(Key), Key, StringComparer.OrdinalIgnoreCase);
        return (new(direct, [.. copied]), null);
    }

    private static List<MailboxAddress> Mailboxes(IEnumerable<string> texts, MailboxAddress? own) =>
        [.. texts.Select(text => GmailMime.TryParseRecipient(text, out var mailbox) ? mailbox : own!).DistinctBy(Key, StringComparer.OrdinalIgnoreCase)];

    private static string Key(MailboxAddress mailbox) => mailbox.Address;

    /// <summary>Commas separate, but not those within quotation marks: <c>"Byron, Ada" &lt;ada@example.com&gt;</c> is one.</summary>
    private static List<string> Split(string text)
    {
        List<string> parts = [];
        var (start, isQuoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && !isQuoted))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[i] == '\\' && isQuoted && i + 1 < text.Length)
            {
                i++;
            }
        }

        // A field of an email that is empty, such as its cc, leaves nothing between two commas.
        return [.. parts.Where(part => part.Length > 0)];
    }
}
