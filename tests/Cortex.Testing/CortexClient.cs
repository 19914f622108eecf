using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Cortex.Testing;

/// <summary>One user at Cortex' API.</summary>
public sealed class CortexClient(HttpClient http) : IDisposable
{
    /// <summary>A user with a token.</summary>
    public static CortexClient Of(Uri api, string idToken)
    {
        var http = Anonymous(api);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", idToken);
        return new(http);
    }

    /// <summary>Somebody without a token.</summary>
    public static HttpClient Anonymous(Uri api)
    {
#pragma warning disable RS0030 // A test's client lives as long as the test and talks to one loopback port.
        return new HttpClient { BaseAddress = api, Timeout = TimeSpan.FromSeconds(30) };
#pragma warning restore RS0030
    }

    /// <summary>Any request.</summary>
    public Task<HttpJson.Reply> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        http.SendAsync(method, path, body, headers);

    /// <summary>Opens the stream of what changes, anew or where another ended.</summary>
    public Task<EventStream> StreamAsync(string? lastEventId = null) => EventStream.OpenAsync(http, "/api/cortex/stream", lastEventId);

    /// <summary>Creates an automation.</summary>
    public async Task<JsonNode> CreateUnitAsync(string prompt, string name = "A test") =>
        (await SendAsync(HttpMethod.Post, "/api/cortex/units", new { name, prompt })).Ok()["unit"]!;

    /// <summary>Pauses, resumes or disables an automation.</summary>
    public async Task<JsonNode> SetStatusAsync(string unitId, string status) =>
        (await SendAsync(HttpMethod.Patch, $"/api/cortex/units/{unitId}/status", new { status })).Ok()["unit"]!;

    /// <summary>The runs, newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> RunsAsync(string? unitId = null) =>
        await ListAsync($"/api/cortex/runs?limit=100{(unitId is null ? "" : $"&unitId={unitId}")}", "runs");

    /// <summary>All runs of an automation.</summary>
    public Task<IReadOnlyList<JsonNode>> AllRunsAsync(string unitId) => AllAsync($"/api/cortex/runs?limit=100&unitId={unitId}", "runs");

    /// <summary>All deliveries.</summary>
    public Task<IReadOnlyList<JsonNode>> AllEventsAsync() => AllAsync("/api/cortex/events?limit=100", "events");

    /// <summary>The deliveries, newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> EventsAsync() => await ListAsync("/api/cortex/events?limit=100", "events");

    /// <summary>One delivery with its fates.</summary>
    public async Task<JsonNode> EventAsync(string id) => (await SendAsync(HttpMethod.Get, $"/api/cortex/events/{id}")).Ok()["event"]!;

    /// <summary>The newest delivery of records that has been processed, once it is a later one than those given.</summary>
    public async Task<JsonNode> NextSyncEventAsync(IReadOnlyCollection<string> known)
    {
        var found = await Eventually.GetAsync(async () => (await EventsAsync())
            .FirstOrDefault(e => (string)e["type"]! == "sync" && (string)e["status"]! != "pending" && !known.Contains((string)e["id"]!)));
        return await EventAsync((string)found["id"]!);
    }

    /// <summary>The ids of the deliveries so far.</summary>
    public async Task<IReadOnlyCollection<string>> EventIdsAsync() => [.. (await EventsAsync()).Select(e => (string)e["id"]!)];

    /// <summary>Waits until the account shows in the list.</summary>
    public Task<JsonNode> ConnectionAsync(string connectionId) => Eventually.GetAsync(async () =>
        (await ListAsync("/api/cortex/connections", "connections")).FirstOrDefault(c => (string)c["connectionId"]! == connectionId));

    /// <summary>Waits until an automation has a number of runs with a status.</summary>
    public Task<IReadOnlyList<JsonNode>> RunsOfAsync(string unitId, int count, string status = "completed", TimeSpan? deadline = null) => Eventually.GetAsync(async () =>
    {
        var runs = (await RunsAsync(unitId)).Where(r => (string)r["status"]! == status).ToList();
        return runs.Count >= count ? (IReadOnlyList<JsonNode>)runs : null;
    }, deadline);

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    /// <summary>All of a list, page by page.</summary>
    private async Task<IReadOnlyList<JsonNode>> AllAsync(string path, string plural)
    {
        List<JsonNode> all = [];
        string? cursor = null;
        do
        {
            var page = (await SendAsync(HttpMethod.Get, $"{path}{(cursor is null ? "" : $"&cursor={cursor}")}")).Ok();
            all.AddRange(page[plural]!.AsArray().Select(n => n!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return all;
    }

    private async Task<IReadOnlyList<JsonNode>> ListAsync(string path, string plural) =>
        [.. (await SendAsync(HttpMethod.Get, path)).Ok()[plural]!.AsArray().Select(n => n!)];
}
