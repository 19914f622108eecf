using System.Text.Json.Nodes;
using Cortex.Api.Tests.Support;
using Cortex.Storage.Connections;
using Cortex.Storage.Runs;

namespace Cortex.Api.Tests.Runs;

/// <summary>What the objects of the API look like: promised fields, times in UTC, raw JSON passed on as it is.</summary>
public sealed class ShapeTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Run_WithItsSteps_HasEveryPromisedField()
    {
        var uid = Seed.NewUid();
        var run = await fixture.Seed.RunAsync(uid);
        using var user = fixture.Api.User(uid);

        var answer = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{run}")).Ok();
        var steps = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{run}/steps")).Ok();

        AssertHas(answer["run"]!, "id, unitId, unitName, unitVersion, eventId, connectionId, status, resumeAt, trigger, attempt, error, startedAt, completedAt, durationMs");
        AssertHas(answer["steps"]![0]!, "index, tool, status, input, output, error, attempts, startedAt, completedAt, durationMs");
        Assert.Equal((1500, "mail-1"), ((int)answer["run"]!["durationMs"]!, (string)answer["run"]!["trigger"]!["id"]!));
        Assert.EndsWith("Z", (string)answer["run"]!["startedAt"]!, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(answer["steps"], steps["steps"]));
        Assert.Equal("x", (string)steps["steps"]![0]!["input"]!["body"]!);
        Assert.Null(steps["steps"]![0]!["output"]);
    }

    [Fact]
    public async Task Unit_HasEveryPromisedField()
    {
        var uid = Seed.NewUid();
        var id = await fixture.Seed.UnitAsync(uid, "Café 🙂");
        await fixture.Seed.RunAsync(uid, id);
        using var user = fixture.Api.User(uid);

        var unit = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/units/{id}")).Ok()["unit"]!;

        AssertHas(unit, "id, name, prompt, status, health, accounts, version, program, explanation, createdAt, updatedAt, lastRunAt");
        Assert.Equal(("Café 🙂", "active", "needs_connection"), ((string)unit["name"]!, (string)unit["status"]!, (string)unit["health"]!));
        Assert.Equal("gmail", (string)unit["program"]!["trigger"]!["provider"]!);
        Assert.NotNull(unit["lastRunAt"]);
    }

    [Fact]
    public async Task Unit_NamesTheAccountsThatItUses_WhereverItIsShown()
    {
        var uid = Seed.NewUid();
        var id = await fixture.Seed.UnitAsync(uid, others: "salesforce");
        var (mailbox, _) = await fixture.Seed.ConnectionAsync(uid);
        await fixture.Api.Get<ConnectionStore>().SetStatusAsync(mailbox, ConnectionStatus.NeedsReauth, CancellationToken.None);
        using var user = fixture.Api.User(uid);

        var shown = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/units/{id}")).Ok()["unit"]!;
        var listed = (await user.SendAsync(HttpMethod.Get, "/api/cortex/units")).Ok()["units"]!.AsArray().Single()!;

        Assert.Equal("needs_connection", (string)shown["health"]!);
        Assert.Equal(
            $$"""[{"id":"{{mailbox}}","provider":"gmail","email":"{{uid}}@example.com","status":"needs_reauth"},{"id":null,"provider":"salesforce","email":null,"status":"not_connected"}]""",
            shown["accounts"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(shown, listed));
    }

    [Fact]
    public async Task Connection_HasEveryPromisedField_UnderBothOfItsNames()
    {
        var uid = Seed.NewUid();
        var (key, connectionId) = await fixture.Seed.ConnectionAsync(uid);
        using var user = fixture.Api.User(uid);

        var connection = (await user.SendAsync(HttpMethod.Get, "/api/cortex/connections")).Ok()["connections"]!.AsArray().Single()!;

        AssertHas(connection, "id, connectionId, provider, providerConfigKey, status, createdAt, lastEventAt");
        Assert.Equal((key.ToString(), connectionId, "gmail"), ((string)connection["id"]!, (string)connection["connectionId"]!, (string)connection["provider"]!));
    }

    [Fact]
    public async Task Event_HasEveryPromisedField_AndItsFates()
    {
        var uid = Seed.NewUid();
        var id = await fixture.Seed.EventAsync(uid);
        using var user = fixture.Api.User(uid);

        var listed = (await user.SendAsync(HttpMethod.Get, "/api/cortex/events")).Ok()["events"]!.AsArray().Single()!;
        var shown = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/events/{id}")).Ok()["event"]!;

        AssertHas(listed, "id, type, connectionId, receivedAt, processedAt, status, outcome, reason");
        AssertHas(shown, "id, type, connectionId, receivedAt, processedAt, status, outcome, reason, fates");
        Assert.Empty(shown["fates"]!.AsArray());
    }

    [Fact]
    public async Task Run_ThatTheModelJudged_SaysWhatAndWhy()
    {
        var uid = Seed.NewUid();
        var verdict = new JudgedCondition("subject", "urgent", false, "subject fits \"urgent\"", false, "It is a newsletter.");
        var judged = await fixture.Seed.RunAsync(uid, judgement: new Judgement(true, 0, [verdict]).Write());
        var plain = await fixture.Seed.RunAsync(uid);
        using var user = fixture.Api.User(uid);

        var judgement = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{judged}")).Ok()["run"]!["judgement"]!;

        Assert.Equal("""[{"condition":"subject fits \u0022urgent\u0022","holds":false,"reason":"It is a newsletter."}]""", judgement.ToJsonString());
        Assert.Null((await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{plain}")).Ok()["run"]!["judgement"]);
    }

    [Fact]
    public async Task Fate_OfARunWhoseItemTurnedOutToBeNone_IsFiltered_WithWhatWasSeen()
    {
        var uid = Seed.NewUid();
        var unmet = await fixture.Seed.RunAsync(uid, judgement: (Judgement.None with { Unmet = new("body contains \"elephant\"", "No animals") }).Write());
        var plain = await fixture.Seed.RunAsync(uid);
        var fates = $$"""[{"itemId":"m1","fate":"ran","runId":"{{unmet}}"},{"itemId":"m2","fate":"ran","runId":"{{plain}}"},{"fate":"too_old"}]""";
        var id = await fixture.Seed.EventAsync(uid, fates);
        using var user = fixture.Api.User(uid);

        var shown = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/events/{id}")).Ok()["event"]!["fates"]!.AsArray();

        Assert.Equal(["filtered", "ran", "too_old"], shown.Select(fate => (string)fate!["fate"]!));
        Assert.Equal((unmet.ToString(), "body contains \"elephant\"", "No animals"), ((string)shown[0]!["runId"]!, (string)shown[0]!["condition"]!, (string)shown[0]!["saw"]!));
        Assert.Equal("It was: No animals", (string)Assert.Single((await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{unmet}")).Ok()["run"]!["judgement"]!.AsArray())!["reason"]!);
    }

    private static void AssertHas(JsonNode node, string fields) => Assert.Superset(fields.Split(", ").ToHashSet(), node.AsObject().Select(p => p.Key).ToHashSet());
}
