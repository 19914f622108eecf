using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>What reads events of one calendar.</summary>
internal sealed class EventReading(CalendarAccount account, CalendarInfo calendar, ProviderRequest request)
{
    private const int PageDefault = 250;
    private const int PageMax = 2_500;

    private readonly DateTimeZone zone = CalendarJson.Zone(calendar.TimeZone)!;

    /// <summary>One that was deleted is still shown, cancelled.</summary>
    public ProviderResponse Get(string id) => account.Event(calendar, id) is { } found ? ProviderResponse.Ok(found) : CalendarErrors.NotFound();

    public ProviderResponse List()
    {
        if (!TryBound("timeMin", out var from) || !TryBound("timeMax", out var to))
        {
            return CalendarErrors.Invalid("Bad Request");
        }

        if (to <= from)
        {
            return CalendarErrors.EmptyTimeRange();
        }

        var order = request.Query["orderBy"].ToString();
        if (order is not ("" or "startTime" or "updated") || (order == "startTime" && request.Query["singleEvents"] != "true"))
        {
            return CalendarErrors.Invalid("The requested ordering is not available for the particular query.");
        }

        if (PageRequest.TryRead(request, PageDefault, PageMax) is not { } page)
        {
            return CalendarErrors.Invalid("Invalid page token value.");
        }

        var found = account.Events(calendar).Where(IsShown).Where(HasWords).Where(one => Overlaps(one, from, to));
        JsonObject[] sorted = [.. order == "startTime" ? found.OrderBy(Start) : found.OrderBy(one => CalendarJson.Text(one["updated"]), StringComparer.Ordinal)];
        return Page(page, sorted);
    }

    private ProviderResponse Page(PageRequest page, JsonObject[] sorted)
    {
        var (items, next) = page.Of(sorted);
        var json = new JsonObject
        {
            ["kind"] = "calendar#events", ["etag"] = "\"0\"", ["summary"] = calendar.Summary, ["timeZone"] = calendar.TimeZone, ["accessRole"] = "owner",
            ["defaultReminders"] = new JsonArray(),
        };
        PageRequest.AddNext(json, next);
        json["items"] = new JsonArray([.. items]);
        return ProviderResponse.Ok(json);
    }

    /// <summary>A bound must come with an offset.</summary>
    private bool TryBound(string name, out Instant? bound)
    {
        bound = null;
        if (!request.Query.TryGetValue(name, out var text))
        {
            return true;
        }

        bound = OffsetDateTimePattern.Rfc3339.Parse(text.ToString()) is { Success: true, Value.Year: > 1 and < 9999 } parsed ? parsed.Value.ToInstant() : null;
        return bound is not null;
    }

    private bool IsShown(JsonObject one) => request.Query["showDeleted"] == "true" || CalendarJson.Text(one["status"]) != CalendarJson.Cancelled;

    private bool Overlaps(JsonObject one, Instant? from, Instant? to)
    {
        var (start, end) = (Start(one), EventTime.Peek(one["end"], zone));
        return (from is null || (end ?? start) > from) && (to is null || start < to);
    }

    private Instant? Start(JsonObject one) => EventTime.Peek(one["start"], zone);

    /// <summary>Every word must be somewhere in what people wrote or whom they invited.</summary>
    private bool HasWords(JsonObject one)
    {
        var guests = (one["attendees"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(guest => new[] { guest["email"], guest["displayName"] });
        var text = string.Join(
            '\n', new[] { one["summary"], one["description"], one["location"], one["organizer"]?["email"] }.Concat(guests).Select(CalendarJson.Text).OfType<string>());
        return request.Query["q"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
