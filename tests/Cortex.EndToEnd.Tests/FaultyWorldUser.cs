using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>A user of a world in which things go wrong, with one mailbox and one automation.</summary>
public sealed record FaultyWorldUser(CortexClient Client, string Uid, string Mailbox, string UnitId) : IDisposable
{
    public const string Sender = "test@test.com";

    /// <summary>Waits for the only run's end, or for its first wait that is its user's to end.</summary>
    public Task<JsonNode> RunAsync(string status) => Eventually.GetAsync(async () => (await Client.RunsAsync(UnitId)) is [var run] && (string)run["status"]! == status ? run : null);

    /// <summary>The step of a run.</summary>
    public async Task<JsonNode> StepAsync(JsonNode run) => (await Client.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{run["id"]}/steps")).Ok()["steps"]!.AsArray().Single()!;

    /// <summary>Waits for a delivery of records with a status and a reason.</summary>
    public Task<JsonNode> SyncEventAsync(string status) => Eventually.GetAsync(async () =>
        (await Client.EventsAsync()).FirstOrDefault(e => (string)e["type"]! == "sync" && (string)e["status"]! == status && (status == "processed" || e["reason"] is not null)));

    public void Dispose() => Client.Dispose();
}
