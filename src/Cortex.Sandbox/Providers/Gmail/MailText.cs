using System.Text;
using MimeKit;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Mail on the wire: bytes, and base64 in the alphabet of URLs.</summary>
internal static class MailText
{
    public static MimeMessage Parse(byte[] raw)
    {
        using var stream = new MemoryStream(raw, writable: false);
        return MimeMessage.Load(stream);
    }

    public static byte[] Write(MimeMessage mail)
    {
        using var stream = new MemoryStream();
        mail.WriteTo(stream);
        return stream.ToArray();
    }

    /// <summary>Puts header lines in front, which leaves the sender's own bytes as they are.</summary>
    public static byte[] Prepend(byte[] raw, string headerLines) => [.. Encoding.ASCII.GetBytes(headerLines), .. raw];

    public static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');

    /// <summary>Takes the standard alphabet too, and does without padding, as Gmail does.</summary>
    public static byte[]? TryDecode(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var padded = standard.PadRight(standard.Length + ((4 - (standard.Length % 4)) % 4), '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : null;
    }
}
