using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>Two silos and two APIs as real processes on one PostgreSQL and one Redis.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private ClusterProcesses _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await ClusterProcesses.StartAsync(silos: 2, apis: 2);

    [Fact]
    public async Task Flows_ThroughEitherApi_WithASiloKilledInTheMiddle_NothingLostNothingDoubled()
    {
        // The three flows of the checklist, each API serving some of them.
        await new ChecklistFlows(_cluster.Apis[0], _cluster.Sandbox).CreateAndExecuteAsync();
        await new ChecklistFlows(_cluster.Apis[1], _cluster.Sandbox).PauseAndResumeAsync();
        await new ChecklistFlows(_cluster.Apis[0], _cluster.Sandbox).HandleErrorsAsync();

        // Several accounts receive emails, and one silo dies while they come in.
        const int Accounts = 8;
        const int EmailsEach = 25;
        var users = await Task.WhenAll(Enumerable.Range(0, Accounts).Select(i => UserWithAutomationAsync(_cluster.Apis[i % 2])));
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = 0;
        var sending = users.Select(async user =>
        {
            for (var n = 0; n < EmailsEach; n++)
            {
                var answer = await _cluster.Sandbox.SendEmailAsync(user.Mailbox, "test@test.com", $"Email {n}");
                Assert.Equal(202, (int)answer["webhook"]!["status"]!);
                if (Interlocked.Increment(ref sent) == Accounts * EmailsEach / 2)
                {
                    half.SetResult();
                }
            }
        }).ToList();
        await half.Task;
        await ClusterProcesses.KillAsync(_cluster.Silos[0]);
        await Task.WhenAll(sending);

        foreach (var user in users)
        {
            var runs = await Eventually.GetAsync(
                async () => await user.Client.AllRunsAsync(user.UnitId) is { } all && all.Count(IsCompleted) >= EmailsEach ? all : null, TimeSpan.FromSeconds(90));
            Assert.Equal(EmailsEach, runs.Count);
            Assert.Equal(EmailsEach, runs.Select(r => (string)r["trigger"]!["id"]!).Distinct().Count());
            user.Client.Dispose();
        }

        // The flows go on with one silo.
        await new ChecklistFlows(_cluster.Apis[1], _cluster.Sandbox).CreateAndExecuteAsync();
        await new ChecklistFlows(_cluster.Apis[0], _cluster.Sandbox).PauseAndResumeAsync();
    }

    [Fact]
    public async Task Api_WithoutAnySilo_AcceptsAndStoresWebhooks_WhichRunWhenASiloIsBack()
    {
        var user = await UserWithAutomationAsync(_cluster.Apis[0]);
        foreach (var silo in _cluster.Silos)
        {
            await ClusterProcesses.KillAsync(silo);
        }

        var answer = await _cluster.Sandbox.SendEmailAsync(user.Mailbox, "test@test.com", "Nobody is there");
        Assert.Equal(202, (int)answer["webhook"]!["status"]!);
        Assert.Equal(200, (await user.Client.SendAsync(HttpMethod.Get, "/api/cortex/units")).Status);
        Assert.Equal("pending", (string)(await user.Client.EventsAsync())[0]["status"]!);

        await _cluster.StartSiloAsync();

        // The new silo starts, waits for those that were killed to be known as dead (ClusterTimings), and takes up what they left.
        Assert.Single(await user.Client.RunsOfAsync(user.UnitId, 1, deadline: TimeSpan.FromSeconds(90)));
        user.Client.Dispose();
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    private static bool IsCompleted(JsonNode run) => (string)run["status"]! == "completed";

    private async Task<(CortexClient Client, string Mailbox, string UnitId)> UserWithAutomationAsync(Uri api)
    {
        var (client, mailbox) = await new ChecklistFlows(api, _cluster.Sandbox).UserWithGmailAsync();
        return (client, mailbox, (string)(await client.CreateUnitAsync(ChecklistFlows.Prompt))["id"]!);
    }
}
