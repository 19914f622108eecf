using Cortex.Nango;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

public sealed class NangoBudgetTests
{
    private const int Limit = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoSilos_ThatCallAllTheyCan_StayWithinTheLimitTogether()
    {
        await using var cluster = await BudgetCluster.StartAsync(Limit);
        Assert.Null(await CallAsync(cluster.Clients[0], CallPriority.User));

        var failures = await Task.WhenAll(Enumerable.Range(0, 3 * Limit).Select(call => CallAsync(cluster.Clients[call % 2], CallPriority.Run)));

        // A refusal of Nango's would be a failure that is not held back.
        Assert.All(failures.OfType<NangoException>(), failure => Assert.True(failure.IsHeldBack, failure.Message));
        Assert.All(failures.OfType<NangoException>(), failure => Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(62)));
        Assert.InRange(failures.Count(failure => failure is null), Limit / 2, Limit - 3);
        Assert.Null(await CallAsync(cluster.Clients[1], CallPriority.User));
    }

    [Fact]
    public async Task Reconciliation_LeavesHalfOfTheWindowToUsers()
    {
        await using var cluster = await BudgetCluster.StartAsync(Limit);
        Assert.Null(await CallAsync(cluster.Clients[0], CallPriority.User));

        var found = await Task.WhenAll(Enumerable.Range(0, Limit).Select(call => CallAsync(cluster.Clients[call % 2], CallPriority.Reconciliation)));
        Assert.InRange(found.Count(failure => failure is null), 5, (Limit / 2) - 1);
        Assert.All(found.OfType<NangoException>(), failure => Assert.True(failure.IsHeldBack, failure.Message));

        // What a silo leased for reconciliation and did not spend may be out of the other's reach for a moment, so not quite half is asked for.
        for (var call = 0; call < (Limit / 2) - 4; call++)
        {
            Assert.Null(await CallAsync(cluster.Clients[call % 2], CallPriority.User));
        }
    }

    [Fact]
    public async Task Refusal_OfOneSilosCall_HoldsTheOtherToo()
    {
        await using var cluster = await BudgetCluster.StartAsync(Limit);
        Assert.Null(await CallAsync(cluster.Clients[0], CallPriority.User));
        while (await cluster.CallFromOutsideAsync() > 0)
        {
        }

        var refused = await CallAsync(cluster.Clients[0], CallPriority.User);
        var held = await CallAsync(cluster.Clients[1], CallPriority.User);

        Assert.Contains("HTTP 429", refused?.Message, StringComparison.Ordinal);
        Assert.NotNull(held);
        Assert.True(held.IsHeldBack, held.Message);
        Assert.True(held.RetryAfter > TimeSpan.FromSeconds(2));
    }

    private static async Task<NangoException?> CallAsync(INangoClient client, CallPriority priority)
    {
        try
        {
            await client.ListSyncsAsync(SandboxClient.Gmail, "nobody", priority, Cancellation);
            return null;
        }
        catch (NangoException failure)
        {
            // Nango has answered that it knows no such connection, which is a call like any other.
            return failure.Kind == NangoFailure.UnknownConnection ? null : failure;
        }
    }
}
