using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Calendar;

public sealed class CalendarTests : IAsyncLifetime
{
    private const string Id = "4q2k1d3m8n7s5";
    private const string Primary = "calendars/primary/events";
    private const string Day = $$$"""{"id":"{{{Id}}}","start":{"date":"2026-09-01"},"end":{"date":"2026-09-02"}}""";

    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("cal", key: "google-calendar");
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Insert_UnderAChosenId_MakesAWholeEventOnce()
    {
        await PatchAsync("calendars/primary", """{"timeZone":"Europe/Berlin"}""");

        var made = await InsertAsync($$"""
            {"id":"{{Id}}","summary":"Call","start":{"dateTime":"2026-09-01T08:00:00Z"},"end":{"dateTime":"2026-09-01T10:30:00","timeZone":"Europe/Berlin"},
             "attendees":[{"email":"ben@example.com"}]}
            """);
        var again = await InsertAsync(Day);

        Assert.Equal((200, Id, "confirmed", "calendar#event", "ada@example.com"), (made.Status, Text(made["id"]), Text(made["status"]), Text(made["kind"]), Text(made["organizer"]["email"])));
        Assert.Equal(("2026-09-01T10:00:00+02:00", "Europe/Berlin"), (Text(made["start"]["dateTime"]), Text(made["start"]["timeZone"])));
        Assert.Equal("2026-09-01T10:30:00+02:00", Text(made["end"]["dateTime"]));
        Assert.Equal("needsAction", Text(made["attendees"][0]!["responseStatus"]));
        Assert.StartsWith("https://", Text(made["htmlLink"]), StringComparison.Ordinal);
        AssertError(again, 409, "duplicate");
        Assert.Equal(made.Text, (await GetAsync($"{Primary}/{Id}")).Text);
    }

    [Theory]
    [InlineData("""{"id":"ABC12"}""", "invalid")]
    [InlineData("""{"id":"abcd"}""", "invalid")]
    [InlineData("""{"id":"zzzzz"}""", "invalid")]
    [InlineData("""{"start":null}""", "required")]
    [InlineData("""{"end":{}}""", "required")]
    [InlineData("""{"end":{"dateTime":"2026-09-01T10:00:00"}}""", "required")]
    [InlineData("""{"end":{"dateTime":"2026-09-01T10:00:00","timeZone":"Mars/Olympus"}}""", "invalid")]
    [InlineData("""{"end":{"date":"2026-09-02"}}""", "invalid")]
    [InlineData("""{"end":{"date":"2026-09-02","dateTime":"2026-09-01T10:00:00Z"}}""", "invalid")]
    [InlineData("""{"end":{"dateTime":"soon"}}""", "invalid")]
    [InlineData("""{"end":{"dateTime":"2026-09-01T07:59:59Z"}}""", "timeRangeEmpty")]
    [InlineData("""{"start":{"date":"2026-09-01"},"end":{"date":"2026-09-01"}}""", "timeRangeEmpty")]
    [InlineData("""{"start":{"date":"9999-12-31"},"end":{"date":"9999-12-31"}}""", "invalid")]
    [InlineData("""{"attendees":[{"email":"nobody"}]}""", "invalid")]
    [InlineData("""{"attendees":["ben@example.com"]}""", "invalid")]
    [InlineData("""{"recurrence":["RRULE:FREQ=DAILY"]}""", "invalid")]
    public async Task Insert_OfWhatGoogleDoesNotTake_IsRefused(string change, string reason)
    {
        var body = JsonNode.Parse("""{"start":{"dateTime":"2026-09-01T08:00:00Z"},"end":{"dateTime":"2026-09-01T09:00:00Z"}}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        AssertError(await InsertAsync(body.ToJsonString()), 400, reason);
        Assert.Empty((await GetAsync(Primary))["items"].AsArray());
    }

    [Fact]
    public async Task Insert_WithoutAnId_GetsOne()
        => Assert.Matches("^[0-9a-v]{26}$", Text((await InsertAsync("""{"start":{"date":"2026-09-01"},"end":{"date":"2026-09-02"}}"""))["id"]));

    [Fact]
    public async Task Patch_MergesTakesAwayAndReplaces()
    {
        await InsertAsync($$"""{"id":"{{Id}}","summary":"Call","location":"Room 4","start":{"date":"2026-09-01"},"end":{"date":"2026-09-02"},"attendees":[{"email":"a@x.example"}]}""");

        var changed = await PatchAsync(
            $"{Primary}/{Id}?sendUpdates=all",
            """
            {"location":null,"start":{"date":null,"dateTime":"2026-09-01T08:00:00Z"},"end":{"date":null,"dateTime":"2026-09-01T09:00:00Z"},"attendees":[{"email":"b@x.example"}]}
            """);

        Assert.Equal((200, "Call", 1), (changed.Status, Text(changed["summary"]), changed["sequence"].GetValue<int>()));
        Assert.False(changed.Json!.AsObject().ContainsKey("location"));
        Assert.Equal("""{"dateTime":"2026-09-01T08:00:00Z","timeZone":"UTC"}""", changed["start"].ToJsonString());
        Assert.Equal("b@x.example", Text(Assert.Single(changed["attendees"].AsArray())!["email"]));
        AssertError(await PatchAsync($"{Primary}/{Id}", """{"end":{"dateTime":"2026-08-01T09:00:00Z"}}"""), 400, "timeRangeEmpty");
        AssertError(await PatchAsync($"{Primary}/{Id}?sendUpdates=everybody", "{}"), 400, "invalid");
        AssertError(await PatchAsync($"{Primary}/other", "{}"), 404, "notFound");
    }

    [Fact]
    public async Task Delete_LeavesACancelledEvent_AndASecondOneIsGone()
    {
        await InsertAsync(Day);

        Assert.Equal(204, (await DeleteAsync(Id)).Status);
        AssertError(await DeleteAsync(Id), 410, "deleted");
        AssertError(await DeleteAsync("never"), 404, "notFound");
        Assert.Equal("cancelled", Text((await GetAsync($"{Primary}/{Id}"))["status"]));
        Assert.Empty((await GetAsync(Primary))["items"].AsArray());
        Assert.Single((await GetAsync($"{Primary}?showDeleted=true"))["items"].AsArray());
        AssertError(await InsertAsync(Day), 409, "duplicate");
    }

    [Fact]
    public async Task List_IsOfATimeAndWords_InOrder_PageByPage()
    {
        await InsertAsync("""{"summary":"Third","start":{"dateTime":"2026-09-03T08:00:00Z"},"end":{"dateTime":"2026-09-03T09:00:00Z"}}""");
        await InsertAsync("""{"summary":"First sync","start":{"dateTime":"2026-09-01T08:00:00Z"},"end":{"dateTime":"2026-09-01T09:00:00Z"}}""");
        await InsertAsync("""{"summary":"Second","description":"weekly SYNC","start":{"date":"2026-09-02"},"end":{"date":"2026-09-03"}}""");
        const string Sorted = $"{Primary}?singleEvents=true&orderBy=startTime";

        Assert.Equal(["First sync", "Second", "Third"], Titles(await GetAsync(Sorted)));
        Assert.Equal(["Second"], Titles(await GetAsync($"{Sorted}&timeMin=2026-09-01T09:00:00Z&timeMax=2026-09-03T10:00:00%2B02:00")));
        Assert.Equal(["First sync", "Second"], Titles(await GetAsync($"{Sorted}&q=sync")));
        var first = await GetAsync($"{Sorted}&maxResults=2");
        Assert.Equal(["First sync", "Second"], Titles(first));
        Assert.Equal(("calendar#events", "UTC"), (Text(first["kind"]), Text(first["timeZone"])));
        var second = await GetAsync($"{Sorted}&maxResults=2&pageToken={Text(first["nextPageToken"])}");
        Assert.Equal(["Third"], Titles(second));
        Assert.False(second.Json!.AsObject().ContainsKey("nextPageToken"));
    }

    [Theory]
    [InlineData("orderBy=startTime", "invalid")]
    [InlineData("orderBy=title", "invalid")]
    [InlineData("timeMin=2026-09-01T09:00:00", "invalid")]
    [InlineData("timeMax=tomorrow", "invalid")]
    [InlineData("timeMin=2026-09-02T00:00:00Z&timeMax=2026-09-01T00:00:00Z", "timeRangeEmpty")]
    [InlineData("maxResults=0", "invalid")]
    [InlineData("pageToken=x", "invalid")]
    public async Task List_OfWhatGoogleDoesNotTake_IsRefused(string query, string reason) => AssertError(await GetAsync($"{Primary}?{query}"), 400, reason);

    [Fact]
    public async Task Calendars_AreTheMainOne_AndThoseThatWereMade()
    {
        await PatchAsync("calendars/primary", """{"timeZone":"Asia/Tokyo"}""");
        var made = await PostAsync("calendars", """{"summary":"Family"}""");
        var id = Uri.EscapeDataString(Text(made["id"]));
        var inserted = await PostAsync($"calendars/{id}/events", Day);

        Assert.Equal(("Family", Text(made["id"])), (Text(inserted["organizer"]["displayName"]), Text(inserted["organizer"]["email"])));
        var list = (await GetAsync("users/me/calendarList"))["items"].AsArray();
        Assert.Equal(["ada@example.com", "Family"], list.Select(entry => Text(entry!["summary"])));
        Assert.True(list[0]!["primary"]!.GetValue<bool>());
        Assert.Equal("owner", Text(list[1]!["accessRole"]));
        Assert.Equal(("ada@example.com", "Asia/Tokyo"), (Text((await GetAsync("calendars/primary"))["id"]), Text((await GetAsync("users/me/settings/timezone"))["value"])));
        Assert.Equal(200, (await GetAsync($"calendars/{id}/events/{Id}")).Status);
        AssertError(await GetAsync($"{Primary}/{Id}"), 404, "notFound");
        AssertError(await GetAsync("calendars/nobody%40example.com"), 404, "notFound");
        AssertError(await PatchAsync("calendars/primary", """{"timeZone":"Mars/Olympus"}"""), 400, "invalid");
        Assert.Empty(await RecordsAsync());
    }

    [Theory]
    [InlineData("CalendarEvent")]
    [InlineData("GoogleCalendarEvent")]
    public async Task Event_PutInAsRecord_IsReadAndChangedThroughTheProxy_AndItsChangeComesBack(string model)
    {
        await sandbox.AddAsync("cal", model, new { id = "e1", summary = "Lunch", start = new { date = "2026-09-01" }, end = new { date = "2026-09-02" } });

        Assert.Equal("Lunch", Text((await GetAsync($"{Primary}/e1"))["summary"]));
        await PatchAsync($"{Primary}/e1", """{"summary":"Dinner"}""");

        var record = Assert.Single(await RecordsAsync(model))!;
        Assert.Equal(("Dinner", "UPDATED", "confirmed"), (Text(record["summary"]), Text(record["_nango_metadata"]!["last_action"]), Text(record["status"])));
        await DeleteAsync("e1");
        record = Assert.Single(await RecordsAsync(model))!;
        Assert.Equal("DELETED", Text(record["_nango_metadata"]!["last_action"]));
        Assert.Equal(["_nango_metadata", "id"], record.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Event_DeletedAsRecord_IsCancelledForTheProxy()
    {
        await sandbox.AddAsync("cal", "CalendarEvent", new { id = "e1", summary = "Lunch" });
        await sandbox.AddAsync("cal", "CalendarEvent", new { id = "e1", _deleted = true }, new { id = "e2", _deleted = true });

        Assert.Equal("cancelled", Text((await GetAsync($"{Primary}/e1"))["status"]));
        AssertError(await GetAsync($"{Primary}/e2"), 404, "notFound");
    }

    [Fact]
    public async Task Event_WithoutTimes_IsListedWhereNoTimeIsAskedFor()
    {
        await sandbox.AddAsync("cal", "CalendarEvent", new { id = "e1", summary = "Odd", start = "soon" });

        Assert.Equal(["Odd"], Titles(await GetAsync($"{Primary}?singleEvents=true&orderBy=startTime")));
        Assert.Empty(Titles(await GetAsync($"{Primary}?timeMin=2026-09-01T00:00:00Z")));
    }

    [Fact]
    public async Task Change_SendsTheWebhookOfTheSync()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var own = await SandboxHost.StartAsync(receiver.Url);
        await own.ConnectAsync("cal", key: "google-calendar");

        await own.NangoAsync(HttpMethod.Post, $"/proxy/calendar/v3/{Primary}", "cal", JsonNode.Parse("""{"start":{"date":"2026-09-01"},"end":{"date":"2026-09-02"}}"""), "google-calendar");

        await receiver.ReceivedAsync(2);
        var webhook = JsonNode.Parse(receiver.Received.Single(one => one.Body.Contains("\"sync\"", StringComparison.Ordinal)).Body)!;
        Assert.Equal(("CalendarEvent", "events", 1), (Text(webhook["model"]!), Text(webhook["syncName"]!), webhook["responseResults"]!["added"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Account_OutlivesTheSandbox_AndEndsWithItsConnection()
    {
        using var folder = new TempFolder();
        string before;
        await using (var first = await SandboxHost.StartAsync(folder: folder))
        {
            await first.ConnectAsync("cal", key: "google-calendar");
            await CallAsync(first, HttpMethod.Patch, "calendars/primary", """{"timeZone":"Asia/Tokyo"}""");
            await CallAsync(first, HttpMethod.Post, Primary, """{"summary":"Call","start":{"date":"2026-09-01"},"end":{"date":"2026-09-02"}}""");
            before = (await CallAsync(first, HttpMethod.Get, Primary)).Text;
        }

        await using var second = await SandboxHost.StartAsync(folder: folder);
        Assert.Equal(before, (await CallAsync(second, HttpMethod.Get, Primary)).Text);
        await second.NangoAsync(HttpMethod.Delete, "/connections/cal?provider_config_key=google-calendar");
        await second.ConnectAsync("cal", key: "google-calendar");
        Assert.Empty((await CallAsync(second, HttpMethod.Get, Primary))["items"].AsArray());
    }

    private static string[] Titles(Answer answer) => [.. answer["items"].AsArray().Select(item => Text(item!["summary"]))];

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static void AssertError(Answer answer, int status, string reason)
        => Assert.Equal((status, status, reason), (answer.Status, answer["error"]["code"]!.GetValue<int>(), Text(answer["error"]["errors"]![0]!["reason"])));

    private static Task<Answer> CallAsync(SandboxHost host, HttpMethod method, string path, string? body = null)
        => host.NangoAsync(method, $"/proxy/calendar/v3/{path}", "cal", body is null ? null : JsonNode.Parse(body), "google-calendar");

    private Task<Answer> GetAsync(string path) => CallAsync(sandbox, HttpMethod.Get, path);

    private Task<Answer> PostAsync(string path, string body) => CallAsync(sandbox, HttpMethod.Post, path, body);

    private Task<Answer> InsertAsync(string body) => PostAsync($"{Primary}?sendUpdates=all", body);

    private Task<Answer> PatchAsync(string path, string body) => CallAsync(sandbox, HttpMethod.Patch, path, body);

    private Task<Answer> DeleteAsync(string id) => CallAsync(sandbox, HttpMethod.Delete, $"{Primary}/{id}?sendUpdates=all");

    private async Task<JsonArray> RecordsAsync(string model = "CalendarEvent")
        => (await sandbox.NangoAsync(HttpMethod.Get, $"/records?model={model}", "cal", key: "google-calendar"))["records"].AsArray();
}
