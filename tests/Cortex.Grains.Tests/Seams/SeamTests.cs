using System.Text;
using System.Text.Json;
using Cortex.Programs;
using Cortex.Storage;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests.Seams;

/// <summary>
/// All that is waited for from a webhook to the last step of its run is a round trip to PostgreSQL or a request to Nango. Each of them fails here in each way, while an email is on its
/// way; and every email is answered once.
/// </summary>
public sealed class SeamTests(SeamCluster cluster) : IClassFixture<SeamCluster>
{
    /// <summary>Long enough for several leases and sweeps.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>What goes on without any email is seen in this time: sweeps come every three seconds.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(4);

    private static readonly SeamFault[] Faults = Enum.GetValues<SeamFault>();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task CallThatFails_AtAnySeam_DelaysTheRun_AndNeitherLosesNorDoublesIt()
    {
        Seam[] seams = [cluster.Postgres.Seam, cluster.Nango.Seam];
        var calls = await CallsOfAnEmailAsync(seams);
        var cases = seams.SelectMany((seam, n) => calls[n].SelectMany(call => Faults.Select(fault => (Seam: seam, call.Call, call.Nth, Fault: fault)))).ToList();
        var accounts = new List<Account>();
        foreach (var _ in cases)
        {
            accounts.Add(await AccountAsync());
        }

        foreach (var (account, one) in accounts.Zip(cases))
        {
            var hit = one.Seam.FailNext(one.Call, one.Nth, one.Fault);
            await ReceiveAsync(account);
            await hit.WaitAsync(Patience);
        }

        await Task.WhenAll(accounts.Select(account => EndedAsync(account, emails: 1)));
        await Task.WhenAll(accounts.Select(ReceiveAsync));
        await Task.WhenAll(accounts.Select(account => EndedAsync(account, emails: 2)));
    }

    /// <summary>The calls that an email needs, and nothing else does.</summary>
    private async Task<List<(string Call, int Nth)>[]> CallsOfAnEmailAsync(Seam[] seams)
    {
        var account = await AccountAsync();
        await ReceiveAsync(account);
        await EndedAsync(account, emails: 1);
        var start = seams.Select(seam => seam.Calls.ToDictionary()).ToList();
        await Task.Delay(IdleTime, TimeProvider.System);
        var idle = seams.Select(seam => seam.Calls.ToDictionary()).ToList();
        await ReceiveAsync(account);
        await EndedAsync(account, emails: 2);
        return [.. seams.Select((seam, n) => seam.Calls
            .Where(call => start[n].GetValueOrDefault(call.Key) == idle[n].GetValueOrDefault(call.Key))
            .SelectMany(call => Enumerable.Range(1, call.Value - idle[n].GetValueOrDefault(call.Key)), (call, nth) => (call.Key, nth))
            .ToList())];
    }

    private async Task<Account> AccountAsync()
    {
        var user = new UserId($"uid-{Guid.NewGuid():N}");
        var mailbox = await cluster.Sandbox.ConnectGmailAsync(user.Value);
        var key = ConnectionKey.For(SandboxClient.Gmail, mailbox);
        Assert.False((await cluster.Grains.Connection(key).ConnectAsync(user, SandboxClient.Gmail, mailbox, None)).IsRefused);
        var json = ProgramJson.Write(new(1, new(Providers.Gmail, "email.received", Condition.Always), [new("gmail.reply", """{"body":"Thank you"}"""), new("gmail.archive", "{}")]));
        var unit = UnitId.New(TimeProvider.System.GetUtcNow());
        await new UnitStore(cluster.Db).InsertAsync(new(unit, user, "A unit", "answer and archive", new([Providers.Gmail], "email.received", json, ProgramJson.Hash(json), "A program of a test.", "builtin"), null, null), None);
        return new(user, mailbox, key, unit);
    }

    /// <summary>An email comes, and its webhook, which Nango sends again until it is accepted.</summary>
    private async Task ReceiveAsync(Account account)
    {
        var payload = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
        {
            from = "nango",
            type = "sync",
            connectionId = account.Mailbox,
            providerConfigKey = SandboxClient.Gmail,
            syncName = "emails",
            syncVariant = "base",
            model = "GmailEmail",
            success = true,
            modifiedAfter = await cluster.PutEmailAsync(account.Mailbox),
            responseResults = new { added = 1, updated = 0, deleted = 0 },
        }));
        var envelope = WebhookEnvelope.Read(payload);
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                var id = DeliveryId.New(TimeProvider.System.GetUtcNow());
                await cluster.Inbox.CommitAsync(new(id, envelope.Key, envelope.ProviderConfigKey, envelope.ConnectionId, envelope.Type, envelope.DedupeKey, payload, null, envelope.IgnoredReason), None);
                return true;
            }
            catch (StorageException)
            {
                return false;
            }
        });
        await cluster.Grains.Connection(account.Key).PokeAsync(None);
    }

    private async Task EndedAsync(Account account, int emails)
    {
        await Eventually.TrueAsync(async () => await RunsAsync(account) is var runs && runs.Count(run => run.Status == RunStatus.Completed) == emails, Patience);
        Assert.Equal(emails, (await RunsAsync(account)).Count);
        Assert.Equal(emails, await cluster.SentAsync(account.Mailbox));
        await Eventually.TrueAsync(async () => await new DeliveryStore(cluster.Db).ListAsync(account.User, new(100, null), null, null, None) is var deliveries && deliveries.All(delivery => delivery.Status == "processed"), Patience);
    }

    private Task<List<RunRow>> RunsAsync(Account account) => new RunStore(cluster.Db).ListAsync(account.User, new(100, null), account.Unit, null, None);

    private sealed record Account(UserId User, string Mailbox, ConnectionKey Key, UnitId Unit);
}
