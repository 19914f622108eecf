using System.Text.Json;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Core.Tests.Items;

/// <summary>Records as Nango delivers them, and what becomes of them.</summary>
internal static class Records
{
    public static readonly DateTimeOffset FirstSeen = new(2026, 8, 21, 18, 40, 1, TimeSpan.Zero);

    public static readonly DateTimeOffset LastModified = FirstSeen.AddMinutes(5);

    public const string Message = """
        {"id":"19ddaf5caac0bbf9","threadId":"19ddaf5caac0aaaa","labelIds":["INBOX","UNREAD","Label_7"],"snippet":"It&#39;s &lt;done&gt;","historyId":"88","internalDate":"1787337600123","sizeEstimate":900,
         "payload":{"partId":"","mimeType":"text/plain","filename":"","headers":[
           {"name":"Delivered-To","value":"grace@example.org"},
           {"name":"FROM","value":"=?utf-8?q?Ad=C3=A9la_Byron?= <Adela.Byron@Example.COM>"},
           {"name":"to","value":"\"Hopper, Grace\" <Grace@Example.org>, team: a@x.example, b@x.example;"},
           {"name":"To","value":"third@x.example"},
           {"name":"Cc","value":"Boss <boss@x.example>"},
           {"name":"Subject","value":"=?utf-8?b?UmVjaG51bmcgw7xiZXIgNTAwIOKCrA==?="},
           {"name":"Message-Id","value":"<CAF+abc.123@mail.example.com>"}]}}
        """;

    public const string LegacyEmail = """
        {"id":"18aa","sender":"Ada Byron <Ada@Example.com>","recipients":"grace@example.org, \"Team\" <team@example.org>","date":"2026-08-21T18:39:58.000Z","subject":"Invoice 7","body":"Please pay.\nThanks","attachments":[{"filename":"invoice.pdf","mimeType":"application/pdf","size":1200,"attachmentId":"a1"}],"threadId":"18a9"}
        """;

    public static NangoRecord Record(string body, RecordAction action = RecordAction.Added)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement.Clone();
        var id = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "r-1";
        return new(id, root, action, FirstSeen, LastModified, "cursor");
    }

    public static NormalisedRecord Normalise(string model, string body) =>
        RecordNormaliser.Normalise(Providers.Gmail, model, Record(body)) ?? throw new InvalidOperationException($"The model {model} is not known.");

    public static JsonElement Fields(string model, string body)
    {
        using var document = JsonDocument.Parse(Normalise(model, body).FieldsJson);
        return document.RootElement.Clone();
    }

    public static string[] Texts(this JsonElement fields, string name) => [.. fields.GetProperty(name).EnumerateArray().Select(element => element.GetString()!)];
}
