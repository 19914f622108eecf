using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>What a browser that is open sees of an automation's life.</summary>
public sealed class StreamTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Stream_TellsOfAnAutomation_ItsRunAndTheDelivery()
    {
        await using var cortex = await CortexApplication.StartAsync(await postgres.CreateDatabaseAsync());
        var (user, mailbox) = await new ChecklistFlows(cortex.Api, cortex.Sandbox).UserWithGmailAsync();
        using var _ = user;
        await using var stream = await user.StreamAsync();
        await stream.NextAsync();

        var unitId = (string)(await user.CreateUnitAsync(ChecklistFlows.Prompt))["id"]!;
        Assert.Equal(unitId, (string)(await stream.NextAsync(m => m.Name == "unit")).Json["id"]!);
        await cortex.Sandbox.SendEmailAsync(mailbox, "test@test.com", "Seen at once");
        EventStream.Message? run = null, delivery = null;
        while (run is null || delivery is null)
        {
            var told = await stream.NextObjectAsync();
            run = told.Name == "run" && (string)told.Json["status"]! == "completed" ? told : run;
            delivery = told.Name == "event" && (string?)told.Json["outcome"] == "ran" ? told : delivery;
        }

        Assert.Equal((unitId, "Seen at once"), ((string)run.Json["unitId"]!, (string)run.Json["trigger"]!["subject"]!));
        Assert.Equal((string)delivery.Json["id"]!, (string)run.Json["eventId"]!);
    }
}
