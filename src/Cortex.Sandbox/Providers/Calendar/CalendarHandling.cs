using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Calendars and their list; an account makes more of them as at Google, with a POST.</summary>
internal static class CalendarHandling
{
    private const int IdBytes = 16;
    private const int PageDefault = 100;
    private const int PageMax = 250;

    public static ProviderResponse List(CalendarAccount account, ProviderRequest request)
    {
        if (PageRequest.TryRead(request, PageDefault, PageMax) is not { } page)
        {
            return CalendarErrors.Invalid("Invalid page token value.");
        }

        var (items, next) = page.Of(account.Calendars(request.Connection));
        var json = new JsonObject { ["kind"] = "calendar#calendarList", ["etag"] = "\"0\"" };
        PageRequest.AddNext(json, next);
        json["items"] = new JsonArray([.. items.Select(CalendarJson.ListEntry)]);
        return ProviderResponse.Ok(json);
    }

    public static ProviderResponse Get(CalendarAccount account, Connection connection, string id, Func<CalendarInfo, JsonObject> write)
        => account.Find(connection, id) is { } calendar ? ProviderResponse.Ok(write(calendar)) : CalendarErrors.NotFound();

    public static ProviderResponse TimeZone(CalendarAccount account, Connection connection)
        => ProviderResponse.Ok(CalendarJson.Setting("timezone", account.Calendars(connection)[0].TimeZone));

    public static ProviderResponse Create(CalendarAccount account, JsonObject body)
    {
        if (CalendarJson.Text(body["summary"]) is not { Length: > 0 } summary)
        {
            return CalendarErrors.Required("Missing title.");
        }

        var zone = CalendarJson.Text(body["timeZone"]) ?? "UTC";
        if (CalendarJson.Zone(zone) is null)
        {
            return CalendarErrors.Invalid("Invalid Value");
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true)}@group.calendar.google.com");
        var calendar = new CalendarInfo(id, summary, zone, IsPrimary: false);
        account.Save(calendar);
        return ProviderResponse.Ok(CalendarJson.Calendar(calendar));
    }

    public static ProviderResponse Patch(CalendarAccount account, Connection connection, string id, JsonObject body)
    {
        if (account.Find(connection, id) is not { } calendar)
        {
            return CalendarErrors.NotFound();
        }

        var changed = calendar with
        {
            Summary = CalendarJson.Text(body["summary"]) ?? calendar.Summary,
            TimeZone = CalendarJson.Text(body["timeZone"]) ?? calendar.TimeZone,
        };
        if (CalendarJson.Zone(changed.TimeZone) is null)
        {
            return CalendarErrors.Invalid("Invalid Value");
        }

        account.Save(changed);
        return ProviderResponse.Ok(CalendarJson.Calendar(changed));
    }
}
