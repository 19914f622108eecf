using System.Text.RegularExpressions;
using MimeKit;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>What a search looks at, so that it need not parse every mail.</summary>
internal sealed partial record MailSummary(string MessageId, IReadOnlyList<string> References, string From, string To, string Subject, string Snippet)
{
    private const int SnippetCharsMax = 200;

    public static MailSummary Of(MimeMessage mail) => new(
        mail.MessageId ?? "",
        mail.InReplyTo is { } parent ? [.. mail.References, parent] : [.. mail.References],
        mail.Headers["From"] ?? "",
        string.Join(", ", new[] { mail.Headers["To"], mail.Headers["Cc"], mail.Headers["Bcc"] }.OfType<string>()),
        mail.Subject ?? "",
        Shorten(mail.TextBody ?? Tag().Replace(mail.HtmlBody ?? "", " ")));

    private static string Shorten(string text)
    {
        var line = WhiteSpace().Replace(text, " ").Trim();
        return line.Length <= SnippetCharsMax ? line : line[..SnippetCharsMax];
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
