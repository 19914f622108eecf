using System.Text.Json;

namespace Cortex;

/// <summary>Reads what providers' own webhooks say, which Nango passes on unchanged.</summary>
internal static class ForwardReader
{
    private const int EmailLengthMax = 320;

    /// <summary>The longest number of a mailbox's history: 64 bits.</summary>
    private const int HistoryIdLengthMax = 20;

    /// <summary>The longest data of a push that is decoded; Gmail's have about 80 characters.</summary>
    private const int PushDataLengthMax = 4_096;

    /// <summary>Reads a forward by its sender.</summary>
    public static WebhookDetail.Forward Read(string provider, JsonElement? payload)
    {
        var forward = new WebhookDetail.Forward(provider);
        return (provider, payload) switch
        {
            ("google-mail", { } push) => WithMailbox(forward, push),
            ("google-calendar", { } push) => forward with { ResourceState = Name(push.Text("x-goog-resource-state")) },
            ("salesforce", { } callout) => forward with { EventType = Name(callout.ObjectAt("nango")?.Text("eventType")) },
            _ => forward,
        };
    }

    /// <summary>Who may have sent a payload that nothing names the sender of; null if it looks like none that is known.</summary>
    public static string? GuessOrigin(JsonElement payload) => payload switch
    {
        _ when payload.ObjectAt("message")?.Text("data") is not null => "a Gmail push",
        _ when (payload.Field("x-goog-channel-id") ?? payload.Field("x-goog-resource-uri")) is not null => "a Google Calendar push",
        _ when payload.ObjectAt("nango") is not null => "a callout from Salesforce",
        _ => null,
    };

    private static WebhookDetail.Forward WithMailbox(WebhookDetail.Forward forward, JsonElement push)
    {
        if (push.ObjectAt("message")?.Text("data") is not { Length: <= PushDataLengthMax } data)
        {
            return forward;
        }

        // Gmail's documents promise the alphabet for addresses, while Pub/Sub sends the standard one.
        var bytes = new byte[data.Length];
        if (!Convert.TryFromBase64String(data.Replace('-', '+').Replace('_', '/'), bytes, out var length))
        {
            return forward;
        }

        try
        {
            using var document = JsonDocument.Parse(WellFormedJson.Repair(bytes.AsMemory(0, length)));
            var mailbox = document.RootElement;
            return forward with
            {
                EmailAddress = WebhookText.Name(mailbox.Text("emailAddress"), EmailLengthMax),
                HistoryId = mailbox.TextOrNumber("historyId") is { Length: > 0 and <= HistoryIdLengthMax } history && history.All(char.IsAsciiDigit) ? history : null,
            };
        }
        catch (JsonException)
        {
            return forward;
        }
    }

    private static string? Name(string? text) => WebhookText.Name(text, WebhookEnvelope.NameLengthMax);
}
