using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Providers.Calendar;
using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Providers.Salesforce;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Control;

/// <summary>Records as if a sync had found them at the provider.</summary>
internal static class ItemControl
{
    public static void MapItemControl(this IEndpointRouteBuilder routes) => routes.MapPost("/sandbox/items", AddAsync).RequireCors(ConsoleCors.Policy);

    private static async Task<IResult> AddAsync(
        NewItems request, ConnectionStore connections, RecordStore records, GmailArrivals mail, CalendarArrivals calendar,
        SalesforceArrivals crm, WebhookSender webhooks, SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (connections.Find(request.ConnectionId) is not { } connection)
        {
            return ControlResults.NotFound($"There is no connection '{request.ConnectionId}'.");
        }

        if (Fault(request, options) is { } fault)
        {
            return ControlResults.Invalid(fault);
        }

        if (Objects(request) is not { } objects)
        {
            return ControlResults.Invalid("records must hold objects only, without a member that comes twice.");
        }

        // One run of a sync finds them all, at one time.
        var now = time.GetUtcNow();
        var inputs = Repeated(objects, request.Repeat).Select(record => Prepare(connection, request.Model, record, crm, now)).ToArray();

        // The provider first: when a reader learns of a record, the provider already knows it.
        if (request.AtProvider)
        {
            mail.Arrive(connection, request.Model, inputs);
            calendar.Arrive(connection, request.Model, inputs);
            crm.Arrive(connection, request.Model, inputs);
        }

        var run = records.Save(connection.ConnectionId, request.Model, [.. inputs.Select(input => input.ToInput())]);
        var webhook = request.Webhook
            ? await webhooks.SendAsync(WebhookBodies.Sync(connection, request.Model, run), request.Duplicate, cancellationToken)
            : null;
        return Results.Json(
            new
            {
                modifiedAfter = RecordTime.Iso(run.StartedAt),
                run.Added,
                run.Updated,
                run.Deleted,
                ids = inputs.Select(input => input.Id),
                webhook,
            },
            statusCode: StatusCodes.Status201Created);
    }

    private static ItemRecord Prepare(Connection connection, string model, JsonObject payload, SalesforceArrivals crm, DateTimeOffset now)
    {
        if (connection.Provider == ProviderNames.Salesforce)
        {
            payload["id"] ??= SalesforceArrivals.NewId(model, payload);
        }

        var record = ItemRecord.Prepare(connection, model, payload, now);
        if (connection.Provider == ProviderNames.Salesforce && !record.IsDeletion)
        {
            crm.Complete(connection, model, record.Payload);
        }

        return record;
    }

    private static List<JsonObject>? Objects(NewItems request)
    {
        var objects = request.Records.Select(record => SandboxJson.TryParse(Encoding.UTF8.GetBytes(record.GetRawText()))).OfType<JsonObject>().ToList();
        return objects.Count == request.Records.Count ? objects : null;
    }

    private static IEnumerable<JsonObject> Repeated(List<JsonObject> records, int times) => records.SelectMany(
        record => Enumerable.Range(0, times).Select(number => number == 0 ? record.DeepClone().AsObject() : Numbered(record, number)));

    private static JsonObject Numbered(JsonObject record, int number)
    {
        var copy = record.DeepClone().AsObject();
        if (copy["id"] is { } id)
        {
            copy["id"] = $"{id}-{number}";
        }

        return copy;
    }

    private static string? Fault(NewItems request, SandboxOptions options)
    {
        if (!ModelName.IsValid(request.Model))
        {
            return "model must start with a capital letter, followed by letters, digits, _ or -.";
        }

        if (request.Records.Count > options.RecordsPerCallMax)
        {
            return $"records holds {request.Records.Count} records; {options.RecordsPerCallMax} may come in one call.";
        }

        if (request.Repeat < 1 || (long)request.Repeat * request.Records.Count > options.RecordsRepeatedMax)
        {
            return $"repeat must be at least 1 and make no more than {options.RecordsRepeatedMax} records.";
        }

        return request.Duplicate is < 1 or > NewItems.DuplicatesMax
            ? $"duplicate must be 1 to {NewItems.DuplicatesMax}."
            : null;
    }
}
