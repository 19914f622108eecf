using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>What changes events of one calendar.</summary>
internal sealed partial class EventWriting(CalendarAccount account, CalendarInfo calendar, ProviderRequest request, CalendarSync sync, TimeProvider time)
{
    private const int IdLength = 26;
    private const string IdLetters = "0123456789abcdefghijklmnopqrstuv";

    private static readonly HashSet<string> UpdatesSent = ["", "all", "externalOnly", "none"];

    public ProviderResponse Insert()
    {
        var body = request.Json;
        var id = CalendarJson.Text(body["id"]) ?? RandomNumberGenerator.GetString(IdLetters, IdLength);
        if (Fault(body) is { } fault)
        {
            return fault;
        }

        if (!GoodId().IsMatch(id))
        {
            return CalendarErrors.Invalid("Invalid resource id value.");
        }

        // One that was deleted holds on to its id.
        if (account.Event(calendar, id) is not null)
        {
            return CalendarErrors.Duplicate();
        }

        var made = New(id);
        Merge(made, body);
        return SetTimes(made) ?? Save(id, made, sequence: 0);
    }

    public ProviderResponse Patch(string id)
    {
        var body = request.Json;
        if (account.Event(calendar, id) is not { } changed)
        {
            return CalendarErrors.NotFound();
        }

        if (Fault(body) is { } fault)
        {
            return fault;
        }

        if (body["id"] is { } other && CalendarJson.Text(other) != id)
        {
            return CalendarErrors.Invalid("Invalid resource id value.");
        }

        Merge(changed, body);
        var isMoved = body.ContainsKey("start") || body.ContainsKey("end");
        var sequence = changed["sequence"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
        return (isMoved ? SetTimes(changed) : null) ?? Save(id, changed, isMoved ? sequence + 1 : sequence);
    }

    public ProviderResponse Delete(string id)
    {
        if (account.Event(calendar, id) is not { } gone)
        {
            return CalendarErrors.NotFound();
        }

        if (Fault([]) is { } fault)
        {
            return fault;
        }

        if (CalendarJson.Text(gone["status"]) == CalendarJson.Cancelled)
        {
            return CalendarErrors.Deleted();
        }

        gone["status"] = CalendarJson.Cancelled;
        Save(id, gone, sequence: 0);
        return ProviderResponse.NoContent;
    }

    private ProviderResponse Save(string id, JsonObject saved, int sequence)
    {
        var now = time.GetUtcNow();
        saved["updated"] = CalendarJson.Time(now);
        saved["etag"] = $"\"{now.UtcTicks}\"";
        saved["sequence"] = sequence;
        account.Save(calendar, id, saved);
        sync.Report(request.Connection, calendar, id, saved);
        return ProviderResponse.Ok(saved);
    }

    private ProviderResponse? Fault(JsonObject body)
    {
        if (!UpdatesSent.Contains(request.Query["sendUpdates"].ToString()))
        {
            return CalendarErrors.Invalid($"Invalid string value: '{request.Query["sendUpdates"]}'. Allowed values: [all, externalOnly, none]");
        }

        if (body["recurrence"] is not null)
        {
            return CalendarErrors.Invalid("The sandbox does not expand recurring events: put their instances in as items.");
        }

        return body["attendees"] is JsonArray attendees && !attendees.All(guest => CalendarJson.Text((guest as JsonObject)?["email"]) is { } email && GoodAddress().IsMatch(email))
            ? CalendarErrors.Invalid("Invalid attendee email.")
            : null;
    }

    /// <summary>What Google adds by itself; what the body says comes over it.</summary>
    private JsonObject New(string id)
    {
        var own = new JsonObject { ["email"] = request.Connection.Address, ["self"] = true };
        var organizer = calendar.IsPrimary ? own.DeepClone() : new JsonObject { ["email"] = calendar.Id, ["displayName"] = calendar.Summary, ["self"] = true };
        return new JsonObject
        {
            ["kind"] = "calendar#event",
            ["id"] = id,
            ["status"] = "confirmed",
            ["htmlLink"] = $"https://www.google.com/calendar/event?eid={id}",
            ["created"] = CalendarJson.Time(time.GetUtcNow()),
            ["creator"] = own,
            ["organizer"] = organizer,
            ["iCalUID"] = $"{id}@google.com",
            ["reminders"] = new JsonObject { ["useDefault"] = true },
            ["eventType"] = "default",
        };
    }

    /// <summary>Puts start and end into Google's form; the error if they are none.</summary>
    private ProviderResponse? SetTimes(JsonObject changed)
    {
        var zone = CalendarJson.Zone(calendar.TimeZone)!;
        if (EventTime.Read(changed["start"], zone, "start", out var fault) is not { } start || EventTime.Read(changed["end"], zone, "end", out fault) is not { } end)
        {
            return fault;
        }

        if (start.IsDay != end.IsDay)
        {
            return CalendarErrors.Invalid("The start and end times must either both be date or both be dateTime.");
        }

        if (end.At < start.At || (end.IsDay && end.At == start.At))
        {
            return CalendarErrors.EmptyTimeRange();
        }

        changed["start"] = start.Json;
        changed["end"] = end.Json;
        return null;
    }

    /// <summary>Objects are gone into, null takes away, everything else replaces.</summary>
    private static void Merge(JsonObject into, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            switch (value)
            {
                case null:
                    into.Remove(name);
                    break;
                case JsonObject inner when into[name] is JsonObject known:
                    Merge(known, inner);
                    break;
                case JsonObject inner:
                    var made = new JsonObject();
                    Merge(made, inner);
                    into[name] = made;
                    break;
                default:
                    into[name] = name == "attendees" && value is JsonArray guests ? Guests(guests) : value.DeepClone();
                    break;
            }
        }
    }

    private static JsonArray Guests(JsonArray guests)
    {
        var copy = guests.DeepClone().AsArray();
        foreach (var guest in copy.OfType<JsonObject>().Where(guest => guest["responseStatus"] is null))
        {
            guest["responseStatus"] = "needsAction";
        }

        return copy;
    }

    [GeneratedRegex(@"\A[0-9a-v]{5,1024}\z")]
    private static partial Regex GoodId();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\z")]
    private static partial Regex GoodAddress();
}
