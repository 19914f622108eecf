using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Cortex.Items;
using MimeKit;
using MimeKit.Text;

namespace Cortex.Tools.Gmail;

/// <summary>Builds mails. Headers are only ever set through MimeKit, which encodes them: no text can add one.</summary>
/// <remarks>The same call always gives the same bytes: its times, ids and boundaries come from the call.</remarks>
internal static class GmailMime
{
    /// <summary>
    /// Carries the step's effect key, by which a mail that was sent is found again.
    /// Gmail's API may replace a Message-ID, but leaves headers alone that it does not know.
    /// </summary>
    public const string EffectHeader = "X-Cortex-Effect";

    /// <summary>
    /// The right side of our Message-IDs. They must be unique, and the same on every try, so no host name goes in;
    /// <c>.invalid</c> is reserved (RFC 2606), so nobody else's ids can ever be ours.
    /// </summary>
    private const string MessageIdDomain = "cortex.invalid";

    private const int AddressLengthMax = 254;

    /// <summary>What fits a line of a mail, with the header's name and the brackets.</summary>
    private const int MessageIdLengthMax = 900;

    /// <summary>References that are carried on; RFC 5322 lets old ones go.</summary>
    private const int ReferencesMax = 20;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
        MaxAddressGroupDepth = 1,
    };

    private static readonly FormatOptions Wire = WireFormat();

    /// <summary>The Message-ID that a call's mail has, without angle brackets.</summary>
    public static string MessageId(ToolCall call) => $"{call.EffectKey}@{MessageIdDomain}";

    /// <summary>Reads exactly one mailbox: <c>ada@example.com</c> or <c>Ada &lt;ada@example.com&gt;</c>; no list, no group, no bare name.</summary>
    public static bool TryParseRecipient(string text, [NotNullWhen(true)] out MailboxAddress? recipient)
    {
        recipient = null;
        return !text.Any(char.IsControl)
            && MailboxAddress.TryParse(Strict, text.Trim(), out recipient)
            && recipient is { Domain.Length: > 0, Address.Length: <= AddressLengthMax, Route.Count: 0 };
    }

    /// <summary>A mail of one text. It has no sender: Gmail puts in the account's own address.</summary>
    public static MimeMessage Create(ToolCall call, IEnumerable<MailboxAddress> to, IEnumerable<MailboxAddress> cc, string subject, string text)
    {
        var message = new MimeMessage
        {
            Date = call.StartedAt,
            MessageId = MessageId(call),
            Subject = ItemText.CleanLine(subject, int.MaxValue),
            Body = new TextPart(TextFormat.Plain) { Text = text },
        };
        message.Headers.Remove(HeaderId.From);
        message.Headers.Add(EffectHeader, call.EffectKey);
        message.To.AddRange(to);
        message.Cc.AddRange(cc);
        return message;
    }

    /// <summary>Makes a mail an answer to others, the last of them above all. A Message-ID that no header can hold is left out.</summary>
    public static void Refer(MimeMessage message, IEnumerable<string> messageIds)
    {
        string[] ids = [.. messageIds.Where(IsMessageId).Select(id => $"<{id}>").TakeLast(ReferencesMax)];
        if (ids.Length > 0)
        {
            message.Headers.Replace(HeaderId.InReplyTo, ids[^1]);
            message.Headers.Replace(HeaderId.References, string.Join(' ', ids));
        }
    }

    /// <summary>Gives all parts of a mail boundaries that come from the call, so that every try has the same bytes. Mails that are attached stay as they are.</summary>
    public static void FixBoundaries(ToolCall call, MimeEntity body)
    {
        var waiting = new Queue<MimeEntity>([body]);
        for (var number = 0; waiting.TryDequeue(out var entity);)
        {
            if (entity is not Multipart parts)
            {
                continue;
            }

            parts.Boundary = $"=_{call.EffectKey}_{number++}";
            foreach (var part in parts)
            {
                waiting.Enqueue(part);
            }
        }
    }

    /// <summary>The form that Gmail's API takes, within a thread if one is given.</summary>
    public static JsonObject Resource(MimeMessage message, string? threadId)
    {
        var resource = new JsonObject { ["raw"] = ToRaw(message) };
        if (!string.IsNullOrEmpty(threadId))
        {
            resource["threadId"] = threadId;
        }

        return resource;
    }

    /// <summary>The mail's bytes as base64url without padding.</summary>
    private static string ToRaw(MimeMessage message)
    {
        message.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        message.WriteTo(Wire, bytes);
        return Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Senders put many things there that RFC 5322 does not allow; what can stand between angle brackets on one line is taken.</summary>
    private static bool IsMessageId(string id) =>
        id.Length is > 0 and <= MessageIdLengthMax && id.All(character => character is > ' ' and <= '~' and not ('<' or '>'));

    private static FormatOptions WireFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
