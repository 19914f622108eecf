using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Providers;

namespace Cortex.Sandbox.Actions;

/// <summary>The actions that are deployed: those of Nango's template gallery that automations use, each one call to its provider.</summary>
internal static class ActionCatalog
{
    private const string SalesforceVersion = "v59.0";

    /// <summary>Null when no action of this name is deployed for the provider.</summary>
    public static Func<ActionInput, ActionCall>? Find(string provider, string name) => (provider, name) switch
    {
        (ProviderNames.Gmail, "send-message") => input => new ActionCall("POST", "/gmail/v1/users/me/messages/send", Message(input)),
        (ProviderNames.Gmail, "send-email") => input => new ActionCall("POST", "/gmail/v1/users/me/messages/send", Email(input)),
        (ProviderNames.Gmail, "get-message") => input => new ActionCall("GET", $"/gmail/v1/users/me/messages/{Segment(input, "messageId")}", null, "format=full"),
        (ProviderNames.Calendar, "create-event") => input => new ActionCall("POST", Events(input), input.Without("calendarId")),
        (ProviderNames.Calendar, "delete-event") => input => new ActionCall("DELETE", $"{Events(input)}/{Segment(input, "eventId")}"),
        (ProviderNames.Salesforce, "create-record") => input => new ActionCall("POST", Objects(input), input.Object("record")),
        (ProviderNames.Salesforce, "update-record") => input => new ActionCall("PATCH", $"{Objects(input)}/{Segment(input, "id")}", input.Object("record")),
        (ProviderNames.Salesforce, "query-records") => input => new ActionCall("GET", $"{Data(input)}/query", null, $"q={Uri.EscapeDataString(input.Text("query"))}"),
        _ => null,
    };

    private static JsonObject Message(ActionInput input)
    {
        var message = new JsonObject { ["raw"] = input.Text("raw") };
        if (input.OptionalText("threadId") is { } threadId)
        {
            message["threadId"] = threadId;
        }

        return message;
    }

    private static JsonObject Email(ActionInput input)
    {
        var mail = $"From: {OneLine(input.Text("from"))}\r\nTo: {OneLine(input.Text("to"))}\r\nSubject: {OneLine(input.Text("subject"))}\r\n"
            + $"Content-Type: text/plain; charset=utf-8\r\n\r\n{input.Text("body")}";
        return new JsonObject { ["raw"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(mail)).TrimEnd('=').Replace('+', '-').Replace('/', '_') };
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Events(ActionInput input) => $"/calendar/v3/calendars/{Uri.EscapeDataString(input.OptionalText("calendarId") ?? "primary")}/events";

    private static string Data(ActionInput input) => $"/services/data/{Uri.EscapeDataString(input.OptionalText("version") ?? SalesforceVersion)}";

    private static string Objects(ActionInput input) => $"{Data(input)}/sobjects/{Segment(input, "sObject")}";

    private static string Segment(ActionInput input, string name) => Uri.EscapeDataString(input.Text(name));
}
