using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Control;

/// <summary>
/// A record that was put in, complete: with an id, an e-mail with its thread and time, and an event with the time it was made. The members whose names start with an
/// underscore speak to the sandbox and are not stored: "_deleted", and "_body", the text of a mail whose model carries none.
/// </summary>
internal sealed record ItemRecord(string Id, JsonObject Payload, bool IsDeletion, string? Body)
{
    private const int IdBytes = 8;

    public static ItemRecord Prepare(Connection connection, string model, JsonObject payload, DateTimeOffset now)
    {
        var isDeletion = payload["_deleted"]?.GetValueKind() == JsonValueKind.True;
        var body = payload["_body"]?.GetValueKind() == JsonValueKind.String ? payload["_body"]!.GetValue<string>() : null;
        payload.Remove("_deleted");
        payload.Remove("_body");
        var id = IdOf(payload);
        if (isDeletion)
        {
            return new ItemRecord(id, new JsonObject { ["id"] = id }, true, null);
        }

        payload["id"] = id;
        Complete(connection, model, payload, now);
        return new ItemRecord(id, payload, false, body);
    }

    public RecordInput ToInput() => new(Id, SandboxJson.Text(Payload), IsDeletion);

    private static string IdOf(JsonObject payload) => payload["id"] switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
    };

    private static void Complete(Connection connection, string model, JsonObject payload, DateTimeOffset now)
    {
        switch (model)
        {
            case "GmailEmail":
                Default(payload, "date", RecordTime.Iso(now));
                Default(payload, "threadId", payload["id"]!.DeepClone());
                Default(payload, "recipients", connection.Address);
                break;
            case "CalendarEvent" or "GoogleCalendarEvent":
                Default(payload, "status", "confirmed");
                Default(payload, "created", RecordTime.Iso(now));
                Default(payload, "updated", RecordTime.Iso(now));
                break;
            case "Message":
                Default(payload, "internalDate", now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
                Default(payload, "threadId", payload["id"]!.DeepClone());
                Default(payload, "labelIds", new JsonArray("INBOX", "UNREAD"));
                break;
        }
    }

    private static void Default(JsonObject payload, string name, JsonNode value)
    {
        if (payload[name] is null)
        {
            payload[name] = value;
        }
    }
}
