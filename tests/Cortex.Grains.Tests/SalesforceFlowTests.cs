using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Programs;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>Automations on Salesforce: what its syncs report sets them off, and what they make and change is at Salesforce and in the next sync.</summary>
public sealed class SalesforceFlowTests(GrainCluster cluster) : GrainTest(cluster)
{
    private const string Integration = "salesforce-2";
    private const string Deal = "0065g00000Deal1AAA";
    private const string Account = "0015g00000Acme1AAA";

    private readonly string _crm = $"crm-{Guid.NewGuid():N}";

    private ConnectionKey Crm => ConnectionKey.For(Integration, _crm);

    [Fact]
    public async Task Deal_ThatIsWon_GetsItsTask_OnceAndNotForOtherChanges()
    {
        await ConnectCrmAsync();
        var unit = await UnitAsync("When an opportunity is closed won, create a task in salesforce called \"Send the contract\" due in 3 days");
        await SyncCrmAsync("Opportunity", Opportunity("Prospecting"));
        Assert.Empty(await RunsAsync(unit));

        await SyncCrmAsync("Opportunity", Opportunity("Closed Won"));
        var run = await RunAsync(unit, RunStatus.Completed);
        var more = Opportunity("Closed Won");
        more["amount"] = 99;
        await SyncCrmAsync("Opportunity", more);

        Assert.Equal(run.Id, Assert.Single(await RunsAsync(unit)).Id);
        var task = Assert.Single(await QueryAsync("SELECT Id, Subject, WhatId, ActivityDate FROM Task WHERE IsDeleted = false"))!;
        Assert.Equal(("Send the contract", Deal), ((string)task["Subject"]!, (string)task["WhatId"]!));
        Assert.Equal((string)task["Id"]!, (string)JsonNode.Parse((await StepsAsync(run.Id))[0].OutputJson!)!["id"]!);
    }

    [Fact]
    public async Task Record_WhoseMakingIsLost_IsFoundAndNotMadeTwice_WithAKeyAndWithout()
    {
        foreach (var externalIds in new[] { Array.Empty<string>(), ["Task.Cortex_Effect__c"] })
        {
            var test = new SalesforceFlowTests(Cluster);
            await test.ConnectCrmAsync();
            (await Cluster.SandboxHttp.SendAsync(HttpMethod.Put, "/sandbox/salesforce", new { connectionId = test._crm, externalIds })).Ok();
            var unit = await test.UnitOfAsync(
                "lead.created", Condition.Always, new Step("salesforce.create_record", """{"object":"Task","fields":{"Subject":"Call {{ Name }}","Description":"At once","ActivityDate":"tomorrow","OwnerId":"me"}}"""));
            var path = externalIds.Length == 0 ? "POST /proxy/services/data/v59.0/sobjects/Task" : "PATCH /proxy/services/data/v59.0/sobjects/Task/Cortex_Effect__c";
            await FaultAsync(new { match = path, times = 1, afterEffect = true }, test._crm);

            await test.SyncCrmAsync("Record", Lead("00Q5g00000Lead1AAA", "Ana Lopes"));
            var run = await test.RunAsync(unit, RunStatus.Completed);

            Assert.Equal(2, Assert.Single(await test.StepsAsync(run.Id)).Attempts);
            Assert.Equal("Call Ana Lopes", (string)Assert.Single(await test.QueryAsync("SELECT Subject FROM Task WHERE IsDeleted = false"))!["Subject"]!);
        }
    }

    [Fact]
    public async Task Account_ThatIsFound_IsChanged_AndTheSyncReportsIt()
    {
        await ConnectCrmAsync();
        await SyncCrmAsync("Account", new JsonObject { ["id"] = Account, ["name"] = "Acme" });
        var unit = await UnitOfAsync(
            "lead.created",
            new Comparison("Company", Operator.Equals, Literal.Of("Acme")),
            new Step("salesforce.find_record", """{"object":"Account","field":"Name","value":"{{ Company }}"}"""),
            new Step("salesforce.update_record", """{"object":"Account","id":"{{ steps[0].output.id }}","fields":{"Rating":"Hot","Industry":"Energy"}}"""));

        await SyncCrmAsync("Record", Lead("00Q5g00000Lead1AAA", "Ana Lopes"));
        await RunAsync(unit, RunStatus.Completed);

        Assert.Equal("Hot", (string)Assert.Single(await QueryAsync($"SELECT Rating FROM Account WHERE Id = '{Account}'"))!["Rating"]!);
        var record = Assert.Single((await NangoAsync("/records?model=Account"))["records"]!.AsArray())!;
        Assert.Equal(("Energy", "UPDATED"), ((string)record["industry"]!, (string)record["_nango_metadata"]!["last_action"]!));
    }

    [Fact]
    public async Task WhatASyncLeavesOut_IsFetched_AndIsNoChange()
    {
        await ConnectCrmAsync();
        await SyncCrmAsync("Account", new JsonObject { ["id"] = Account, ["name"] = "Acme" });
        var ofAcme = await UnitOfAsync("opportunity.updated", OfAccount(edge: false), new Step("notify.user", """{"text":"A deal of {{ AccountName }}"}"""));
        var becomesAcmes = await UnitOfAsync("opportunity.updated", OfAccount(edge: true), new Step("notify.user", """{"text":"Now of {{ AccountName }}"}"""));
        var deal = Opportunity("Prospecting");
        deal["account_id"] = Account;
        await SyncCrmAsync("Opportunity", deal);

        deal["stage"] = "Negotiation";
        await SyncCrmAsync("Opportunity", deal);

        Assert.Equal("Acme", (string)JsonNode.Parse((await RunAsync(ofAcme, RunStatus.Completed)).ItemJson)!["AccountName"]!);
        Assert.Equal(StepStatus.Completed, Assert.Single(await StepsAsync((await RunAsync(ofAcme, RunStatus.Completed)).Id)).Status);
        Assert.Equal(StepStatus.Skipped, Assert.Single(await StepsAsync((await RunAsync(becomesAcmes, RunStatus.Completed)).Id)).Status);
    }

    private static Comparison OfAccount(bool edge) => new("AccountName", Operator.Equals, Literal.Of("Acme")) { Edge = edge };

    [Fact]
    public async Task Case_ThatTwoSyncsReport_IsOneRecord()
    {
        await ConnectCrmAsync();
        var (made, updated) = (await UnitOfAsync("case.created", Condition.Always, new Step("none", "{}")), await UnitOfAsync("case.updated", Condition.Always, new Step("none", "{}")));
        const string Id = "5005g00000Case1AAA";

        await SyncCrmAsync("Case", new JsonObject { ["id"] = Id, ["case_number"] = "00000007", ["subject"] = "Fire", ["status"] = "New", ["type"] = "Problem" });
        await SyncCrmAsync("Ticket", new JsonObject { ["id"] = Id, ["case_number"] = "00000007", ["subject"] = "Fire", ["status"] = "New" });
        Assert.Single(await RunsAsync(made));
        Assert.Empty(await RunsAsync(updated));

        await SyncCrmAsync("Ticket", new JsonObject { ["id"] = Id, ["case_number"] = "00000007", ["subject"] = "Fire", ["status"] = "Escalated" });
        Assert.Single(await RunsAsync(made));
        var run = Assert.Single(await RunsAsync(updated));
        Assert.Equal(["Status"], JsonNode.Parse(run.ItemJson)!["changed"]!.AsArray().Select(name => (string)name!).Where(name => name != "LastModifiedDate"));
    }

    [Fact]
    public async Task FirstSync_OfOldRecords_FiresNothing()
    {
        await ConnectCrmAsync();
        var unit = await UnitOfAsync("lead.created", Condition.Always, new Step("none", "{}"));

        var old = Lead("00Q5g00000Lead1AAA", "Old");
        old["raw"]!["CreatedDate"] = "2020-01-01T00:00:00.000+0000";
        var fates = FatesOf(await SyncCrmAsync("Record", old, Lead("00Q5g00000Lead2AAA", "New")));

        Assert.Equal("New", (string)JsonNode.Parse(Assert.Single(await RunsAsync(unit)).ItemJson)!["Name"]!);
        Assert.Single(fates, fate => (string)fate["fate"]! == "too_old");
    }

    private async Task ConnectCrmAsync()
    {
        (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/connections", new { uid = User.Value, providerConfigKey = Integration, connectionId = _crm })).Ok();
        Assert.False((await Cluster.Grains.Connection(Crm).ConnectAsync(User, Integration, _crm, None)).IsRefused);
    }

    private async Task<UnitId> UnitOfAsync(string trigger, Condition where, params Step[] steps)
    {
        var json = ProgramJson.Write(new(1, new(Providers.Salesforce, trigger, where), steps));
        var id = UnitId.New(TimeProvider.System.GetUtcNow());
        await new UnitStore(Cluster.Db).InsertAsync(
            new(id, User, "A unit", "a program of a test", new CompiledProgram([Providers.Salesforce], trigger, json, ProgramJson.Hash(json), "A program of a test.", "builtin"), null, null), None);
        return id;
    }

    /// <summary>Lets a sync find records, and waits until Cortex has dealt with its webhook.</summary>
    private async Task<DeliveryRow> SyncCrmAsync(string model, params JsonObject[] records)
    {
        var put = (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = _crm, model, records, webhook = false })).Ok();
        var id = await Cluster.StoreAsync(JsonSerializer.Serialize(new
        {
            from = "nango",
            type = "sync",
            connectionId = _crm,
            providerConfigKey = Integration,
            syncName = model,
            syncVariant = "base",
            model,
            success = true,
            modifiedAfter = (string)put["modifiedAfter"]!,
            responseResults = new { added = records.Length, updated = 0, deleted = 0 },
        }));
        await Cluster.Grains.Connection(Crm).PokeAsync(None);
        return await ProcessedAsync(id);
    }

    private async Task<JsonArray> QueryAsync(string soql) => (await NangoAsync($"/proxy/services/data/v59.0/query?q={Uri.EscapeDataString(soql)}"))["records"]!.AsArray();

    private async Task<JsonNode> NangoAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Authorization", $"Bearer {Cluster.NangoKey}");
        request.Headers.Add("Connection-Id", _crm);
        request.Headers.Add("Provider-Config-Key", Integration);
        using var response = await Cluster.SandboxHttp.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static JsonObject Opportunity(string stage) => new() { ["id"] = Deal, ["name"] = "Acme renewal", ["stage"] = stage, ["amount"] = 25000 };

    private static JsonObject Lead(string id, string name) => new()
    {
        ["id"] = id,
        ["raw"] = new JsonObject
        {
            ["attributes"] = new JsonObject { ["type"] = "Lead" },
            ["Id"] = id,
            ["Name"] = name,
            ["Company"] = "Acme",
            ["CreatedDate"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'.000+0000'", System.Globalization.CultureInfo.InvariantCulture),
        },
    };
}
