using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace Cortex.Items;

/// <summary>
/// Reads raw header values as mail programs do: encoded words decoded, addresses taken from where mail really goes, not from a name that looks like one.
/// </summary>
internal static class EmailHeaders
{
    /// <summary>The mailboxes of address headers, groups flattened; what cannot be read is left out.</summary>
    public static IReadOnlyList<EmailAddress> Addresses(params IEnumerable<string> values) =>
        [.. values.SelectMany(Mailboxes).Take(ItemLimits.ListEntriesMax).Select(Read)];

    /// <summary>Whom a From header names; one without any address has a name at best. Null if there is no such header.</summary>
    public static EmailAddress? Sender(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : Mailboxes(value).Select(Read).FirstOrDefault() ?? new(string.Empty, Text(value)!);

    /// <summary>A text header such as the subject, decoded; null stays null.</summary>
    public static string? Text(string? value) => value is null ? null : Rfc2047.DecodeText(Encoding.UTF8.GetBytes(Bounded(value)));

    /// <summary>The Message-IDs of headers such as References, without their angle brackets.</summary>
    public static IEnumerable<string> MessageIds(IEnumerable<string> values) => values.SelectMany(value => MimeUtils.EnumerateReferences(Bounded(value)));

    private static IEnumerable<MailboxAddress> Mailboxes(string value) =>
        InternetAddressList.TryParse(Bounded(value), out var list) ? list.Mailboxes : [];

    private static EmailAddress Read(MailboxAddress mailbox) => mailbox.Address.Contains('@', StringComparison.Ordinal)
        ? new(mailbox.Address.ToLowerInvariant(), mailbox.Name ?? string.Empty)
        : new(string.Empty, mailbox.Name is { Length: > 0 } name ? name : mailbox.Address);

    private static string Bounded(string value) => ItemText.Cut(value, ItemLimits.HeaderLengthMax);
}
