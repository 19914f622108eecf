using System.Text.Json.Nodes;
using MimeKit;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>The payload of a message: its headers and its tree of parts.</summary>
internal static class MailParts
{
    private const string AttachmentPrefix = "attachment-";

    public static JsonObject Full(MimeMessage mail)
    {
        var json = Part(Root(mail), "");
        json["headers"] = Headers(AllHeaders(mail));
        return json;
    }

    public static JsonObject Metadata(MimeMessage mail, IReadOnlyCollection<string> names) => new()
    {
        ["mimeType"] = Root(mail).ContentType.MimeType,
        ["headers"] = Headers(AllHeaders(mail).Where(header => names.Count == 0 || names.Contains(header.Field, StringComparer.OrdinalIgnoreCase))),
    };

    public static byte[]? Attachment(MimeMessage mail, string attachmentId)
        => attachmentId.StartsWith(AttachmentPrefix, StringComparison.Ordinal)
            && Leaves(Root(mail), "").FirstOrDefault(leaf => leaf.PartId == attachmentId[AttachmentPrefix.Length..]).Part is { } part
            ? Content(part)
            : null;

    public static IEnumerable<MailFile> Files(MimeMessage mail) => Leaves(Root(mail), "")
        .Where(leaf => leaf.Part is MimePart { FileName.Length: > 0 })
        .Select(leaf => new MailFile(((MimePart)leaf.Part).FileName!, leaf.Part.ContentType.MimeType, Content(leaf.Part).Length, AttachmentPrefix + leaf.PartId));

    private static JsonObject Part(MimeEntity entity, string partId)
    {
        var json = new JsonObject
        {
            ["partId"] = partId,
            ["mimeType"] = entity.ContentType.MimeType,
            ["filename"] = (entity as MimePart)?.FileName ?? "",
            ["headers"] = Headers(entity.Headers),
        };
        if (entity is Multipart multipart)
        {
            json["body"] = new JsonObject { ["size"] = 0 };
            json["parts"] = new JsonArray([.. multipart.Select((child, index) => Part(child, ChildId(partId, index)))]);
        }
        else
        {
            json["body"] = Body(entity, partId);
        }

        return json;
    }

    private static JsonObject Body(MimeEntity entity, string partId)
    {
        var content = Content(entity);
        var body = new JsonObject { ["size"] = content.Length };
        if (entity is MimePart { FileName: { Length: > 0 } })
        {
            body["attachmentId"] = AttachmentPrefix + partId;
        }
        else
        {
            body["data"] = MailText.Base64Url(content);
        }

        return body;
    }

    private static byte[] Content(MimeEntity entity)
    {
        using var stream = new MemoryStream();
        if (entity is MimePart { Content: { } content })
        {
            content.DecodeTo(stream);
        }
        else
        {
            entity.WriteTo(stream, contentOnly: true);
        }

        return stream.ToArray();
    }

    private static IEnumerable<(string PartId, MimeEntity Part)> Leaves(MimeEntity entity, string partId)
        => entity is Multipart multipart
            ? multipart.SelectMany((child, index) => Leaves(child, ChildId(partId, index)))
            : [(partId, entity)];

    private static string ChildId(string parent, int index) => parent.Length == 0 ? $"{index}" : $"{parent}.{index}";

    /// <summary>A mail that was never given a body has an empty one.</summary>
    private static MimeEntity Root(MimeMessage mail) => mail.Body ?? new TextPart("plain") { Text = "" };

    private static IEnumerable<Header> AllHeaders(MimeMessage mail) => mail.Headers.Concat(Root(mail).Headers);

    private static JsonArray Headers(IEnumerable<Header> headers)
        => [.. headers.Select(header => new JsonObject { ["name"] = header.Field, ["value"] = header.Value })];
}
