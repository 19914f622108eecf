using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cortex.Items;
using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Builds the mail that passes another one on: a note, who wrote what to whom and when, the text, and everything that was attached. Pure.</summary>
internal static partial class GmailForward
{
    private const string Separator = "---------- Forwarded message ---------";

    /// <summary>A second form of the HTML part for Gmail alone, which says nothing that the others do not.</summary>
    private const string AmpHtml = "x-amp-html";

    public static MimeMessage Of(ToolCall call, IReadOnlyList<MailboxAddress> to, string note, MimeMessage original)
    {
        var texts = original.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment && string.IsNullOrEmpty(part.FileName)).ToList();
        var (plain, html) = (texts.Find(part => part.IsPlain), texts.Find(part => part.IsHtml));
        var headers = HeadersOf(original);
        var builder = new BodyBuilder
        {
            TextBody = $"{(string.IsNullOrWhiteSpace(note) ? string.Empty : note + "\n\n")}{Separator}\n{string.Join('\n', headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n"
                + (plain?.Text ?? (html is null ? string.Empty : HtmlText.Of(html.Text))),
            HtmlBody = html is null ? null : Html(note, headers, html.Text),
        };
        foreach (var part in original.BodyParts.Where(part => part != plain && part != html && part is not TextPart { ContentType.MediaSubtype: AmpHtml }))
        {
            // What the HTML shows by a Content-ID must lie beside it; everything else is attached.
            (part.ContentId is { Length: > 0 } id && html?.Text.Contains("cid:" + id, StringComparison.OrdinalIgnoreCase) == true ? builder.LinkedResources : builder.Attachments).Add(part);
        }

        var forward = GmailMime.Create(call, to, [], SubjectOf(original), string.Empty);
        forward.Body = builder.ToMessageBody();
        GmailMime.FixBoundaries(call, forward.Body);
        return forward;
    }

    private static string SubjectOf(MimeMessage original)
    {
        var subject = ItemText.CleanLine(original.Subject, ItemLimits.SubjectLengthMax);
        return Forwarded().IsMatch(subject) ? subject : $"Fwd: {subject}".TrimEnd();
    }

    private static List<(string Name, string Value)> HeadersOf(MimeMessage original)
    {
        List<(string Name, string Value)> headers =
        [
            ("From", People(original.From)),
            ("Date", original.Date == default ? string.Empty : original.Date.ToString("ddd, d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture)),
            ("Subject", ItemText.CleanLine(original.Subject, ItemLimits.SubjectLengthMax)),
            ("To", People(original.To)),
            ("Cc", People(original.Cc)),
        ];
        headers.RemoveAll(header => header.Value.Length == 0);
        return headers;
    }

    private static string People(InternetAddressList addresses) => ItemText.CleanLine(
        string.Join(", ", addresses.Mailboxes.Take(ItemLimits.ListEntriesMax).Select(mailbox => string.IsNullOrEmpty(mailbox.Name) ? mailbox.Address : $"{mailbox.Name} <{mailbox.Address}>")),
        ItemLimits.TextLengthMax);

    /// <summary>The note and the headers in front of the HTML as it was, behind the beginning of its body if it has one.</summary>
    private static string Html(string note, IEnumerable<(string Name, string Value)> headers, string html)
    {
        var above = new StringBuilder("<div>");
        if (!string.IsNullOrWhiteSpace(note))
        {
            above.Append(Lines(note)).Append("<br><br>");
        }

        above.Append(Separator);
        foreach (var (name, value) in headers)
        {
            above.Append("<br>").Append(name).Append(": ").Append(Lines(value));
        }

        above.Append("<br><br></div>\n");
        var at = Body().Match(html) is { Success: true } body ? body.Index + body.Length : 0;
        return html.Insert(at, above.ToString());
    }

    private static string Lines(string text) => WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(fwd?|wg):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forwarded();

    [GeneratedRegex("<body(\\s[^>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Body();
}
