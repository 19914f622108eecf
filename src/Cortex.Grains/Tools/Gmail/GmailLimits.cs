using System.Text;
using Cortex.Compilation.Validation;
using Cortex.Items;

namespace Cortex.Tools.Gmail;

/// <summary>What is refused before Gmail is asked.</summary>
internal static class GmailLimits
{
    /// <summary>Characters of a subject: an item's longest, and room for words around it.</summary>
    public const int SubjectLengthMax = 2_000;

    /// <summary>Bytes of a text in UTF-8; Gmail takes 25 MB, but no automation writes that.</summary>
    public const int BodyBytesMax = 1024 * 1024;

    /// <summary>Bytes of an email that is forwarded, attachments included; it has to be read whole, and Nango's client reads answers up to 8 MiB.</summary>
    public const int ForwardBytesMax = 5 * 1024 * 1024;

    /// <summary>Characters of a label's name; Gmail's own limit.</summary>
    public const int LabelLengthMax = 225;

    /// <summary>Addresses of one header: as many as a program may name. An email's own list of recipients can be longer; who writes to more needs a mailing list.</summary>
    public const int RecipientsMax = ValidationLimits.MaxAddresses;

    private const int ShownLengthMax = 80;

    /// <summary>What is wrong with a mail, in a sentence, or null.</summary>
    public static string? Fault(string subject, string body) =>
        subject.Length > SubjectLengthMax ? $"The email's subject has {subject.Length} characters; at most {SubjectLengthMax} can be sent."
        : Encoding.UTF8.GetByteCount(body) > BodyBytesMax ? $"The email's text is larger than {BodyBytesMax / 1024} KiB; shorten it."
        : string.IsNullOrWhiteSpace(subject) && string.IsNullOrWhiteSpace(body) ? "The email has neither subject nor text: say what it should say."
        : null;

    /// <summary>What is wrong with the note above a forwarded email, in a sentence, or null.</summary>
    public static string? NoteFault(string note) =>
        Encoding.UTF8.GetByteCount(note) > BodyBytesMax ? $"The note is larger than {BodyBytesMax / 1024} KiB; shorten it." : null;

    /// <summary>A value as it may stand in a sentence.</summary>
    public static string Shown(string value) => ItemText.CleanLine(value, int.MaxValue) is var line && line.Length > ShownLengthMax
        ? ItemText.Cut(line, ShownLengthMax) + "…"
        : line;
}
