using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Reports what is changed through the proxy as Nango's sync of the main calendar finds it, at once: the record, or an id alone for what is gone, and its webhook.</summary>
internal sealed class CalendarSync(RecordStore records, WebhookSender webhooks, IHostApplicationLifetime lifetime)
{
    private const string Model = "CalendarEvent";
    private const string LegacyModel = "GoogleCalendarEvent";

    public static bool Brings(string model) => model is Model or LegacyModel;

    public void Report(Connection connection, CalendarInfo calendar, string id, JsonObject changed)
    {
        if (!calendar.IsPrimary)
        {
            return;
        }

        var isGone = CalendarJson.Text(changed["status"]) == CalendarJson.Cancelled;
        var payload = isGone ? new JsonObject { ["id"] = id } : changed;
        var model = ModelOf(connection);
        var run = records.Save(connection.ConnectionId, model, [new RecordInput(id, SandboxJson.Text(payload), isGone)]);
        _ = webhooks.SendAsync(WebhookBodies.Sync(connection, model, run), 1, lifetime.ApplicationStopping);
    }

    /// <summary>An account whose items came by the legacy sync alone has no other.</summary>
    private string ModelOf(Connection connection)
    {
        string[] models = [.. records.Models(connection.ConnectionId).Select(status => status.Model)];
        return models.Contains(LegacyModel) && !models.Contains(Model) ? LegacyModel : Model;
    }
}
