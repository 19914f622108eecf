using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Programs;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>A user with a mailbox of the test's own.</summary>
public abstract class GrainTest(GrainCluster cluster)
{
    protected GrainCluster Cluster { get; } = cluster;

    protected UserId User { get; } = new($"uid-{Guid.NewGuid():N}");

    protected string Mailbox { get; private set; } = null!;

    protected ConnectionKey Key => ConnectionKey.For(SandboxClient.Gmail, Mailbox);

    protected static CancellationToken None => CancellationToken.None;

    protected async Task ConnectAsync()
    {
        await MakeMailboxAsync();
        await ClaimAsync();
    }

    /// <summary>Connects the mailbox at Nango; Cortex does not know of it, so nothing is done about its events.</summary>
    protected async Task MakeMailboxAsync() => Mailbox = await Cluster.Sandbox.ConnectGmailAsync(User.Value);

    protected async Task ClaimAsync()
    {
        var answer = await Cluster.Grains.Connection(Key).ConnectAsync(User, SandboxClient.Gmail, Mailbox, None);
        Assert.False(answer.IsRefused, answer.Refusal?.Sentence);
    }

    /// <summary>Lets the next matching calls of a connection of the test's run into something; others share the sandbox.</summary>
    protected async Task FaultAsync(object fault, string? connectionId = null)
    {
        var own = JsonSerializer.SerializeToNode(fault)!.AsObject();
        own["connectionId"] = connectionId ?? Mailbox;
        await Cluster.Sandbox.FaultAsync(own);
    }

    protected async Task<UnitId> UnitAsync(string prompt = "when: email from test@test.com then: do nothing")
    {
        var answer = await Cluster.Grains.User(User).CreateUnitAsync(new("A unit", prompt, null, null), None);
        return answer.IsRefused ? throw new InvalidOperationException(answer.Refusal.Sentence) : answer.Value.Unit;
    }

    /// <summary>A unit with a program that no prompt has to say.</summary>
    protected Task<UnitId> ProgramUnitAsync(Condition where, params Step[] steps) => ProgramUnitAsync("email.received", where, steps);

    protected async Task<UnitId> ProgramUnitAsync(string @event, Condition where, params Step[] steps)
    {
        var json = ProgramJson.Write(new(1, new(Providers.Gmail, @event, where), steps));
        var id = UnitId.New(TimeProvider.System.GetUtcNow());
        var program = new CompiledProgram([Providers.Gmail], @event, json, ProgramJson.Hash(json), "A program of a test.", "builtin");
        await new UnitStore(Cluster.Db).InsertAsync(new(id, User, "A unit", "a program of a test", program, null, null), None);
        return id;
    }

    protected Task<List<StepRow>> StepsAsync(RunId id) => new RunStore(Cluster.Db).ListStepsAsync(id, None);

    /// <summary>Puts records into the sandbox and stores the webhook that Nango would send, without telling anybody.</summary>
    protected async Task<DeliveryId> SyncAsync(params JsonObject[] records) => await SyncAsync("GmailEmail", records);

    protected async Task<DeliveryId> SyncAsync(string model, params JsonObject[] records)
    {
        var put = (await Cluster.SandboxHttp.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId = Mailbox, model, records, webhook = false })).Ok();
        return await Cluster.StoreAsync(SyncWebhook(model, (string)put["modifiedAfter"]!, records.Length));
    }

    protected string SyncWebhook(string model, string modifiedAfter, int added) => JsonSerializer.Serialize(new
    {
        from = "nango",
        type = "sync",
        connectionId = Mailbox,
        providerConfigKey = SandboxClient.Gmail,
        syncName = "emails",
        syncVariant = "base",
        model,
        success = true,
        modifiedAfter,
        responseResults = new { added, updated = 0, deleted = 0 },
    });

    protected Task PokeAsync() => Cluster.Grains.Connection(Key).PokeAsync(None);

    protected Task<DeliveryRow> ProcessedAsync(DeliveryId id) => Eventually.GetAsync(async () =>
        await new DeliveryStore(Cluster.Db).FindAsync(User, id, None) is { Status: not "pending" } done ? done : null);

    protected async Task<DeliveryRow> DealtWithAsync(DeliveryId id)
    {
        await PokeAsync();
        return await ProcessedAsync(id);
    }

    protected static List<JsonNode> FatesOf(DeliveryRow e) => [.. JsonNode.Parse(e.FatesJson ?? "[]")!.AsArray().Select(n => n!)];

    protected Task<List<RunRow>> RunsAsync(UnitId? unit = null) => new RunStore(Cluster.Db).ListAsync(User, new(100, null), unit, null, None);

    protected Task<RunRow> RunAsync(UnitId unit, string status) => Eventually.GetAsync(async () => (await RunsAsync(unit)).FirstOrDefault(r => r.Status == status));

    protected async Task<int> SentAsync() =>
        (await Cluster.Sandbox.CallsAsync(Mailbox)).Count(c => (string)c!["method"]! == "POST" && ((string)c["path"]!).EndsWith("/drafts/send", StringComparison.Ordinal) && (int?)c["status"] == 200);

    protected static JsonObject Email(string from = "test@test.com", string subject = "Hello", string? id = null) => SandboxClient.Email(from, subject, id);

    protected async Task SetStatusAsync(UnitId unit, UnitStatus status) => Assert.False((await Cluster.Grains.Unit(unit).SetStatusAsync(User, status, None)).IsRefused);

    protected async Task<UnitRow> RowAsync(UnitId unit) => (await new UnitStore(Cluster.Db).FindAsync(unit, None))!;
}
