using System.Text;
using Cortex.Connections;
using Cortex.Storage.Deliveries;

namespace Cortex.Core.Tests.Connections;

public sealed class BacklogTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Empty_IsNothingToDo() => Assert.Equal(new DeliveryWork.Nothing(null), Backlog.Next([], true, Now));

    [Fact]
    public void Head_ThatWasPutOff_HoldsUpWhatIsBehindIt() =>
        Assert.Equal(new DeliveryWork.Nothing(Now.AddSeconds(5)), Backlog.Next([Sync(1) with { RetryAt = Now.AddSeconds(5) }, Sync(2)], true, Now));

    [Fact]
    public void Syncs_OfOneModelInARow_AreOneRead()
    {
        var work = Assert.IsType<DeliveryWork.Sync>(Backlog.Next([Sync(1), Sync(2), Sync(3, model: "Label"), Sync(4)], true, Now));

        Assert.Equal(2, work.Group.Count);
    }

    /// <summary>Nango keeps the records of each variant of a sync apart.</summary>
    [Fact]
    public void Syncs_OfTwoVariantsOfOneModel_AreTwoReads()
    {
        var work = Assert.IsType<DeliveryWork.Sync>(Backlog.Next([Sync(1, variant: "work"), Sync(2, variant: "work"), Sync(3, variant: "home")], true, Now));

        Assert.Equal(2, work.Group.Count);
        Assert.All(work.Group, e => Assert.Equal("work", e.Detail.Variant));
    }

    [Fact]
    public void Repeat_InTheBacklog_IsNotReadAndIsClosedAfterItsOriginal()
    {
        var (first, second) = (Sync(1) with { DedupeKey = "same" }, Sync(2) with { DedupeKey = "same" });

        Assert.Single(Assert.IsType<DeliveryWork.Sync>(Backlog.Next([first, second], true, Now)).Group);
        Assert.Equal("duplicate", Assert.IsType<DeliveryWork.Close>(Backlog.Next([second with { RepeatOf = first.Id }], true, Now)).End.Outcome);
    }

    [Fact]
    public void Auth_OvertakesWhileTheConnectionIsUnknown_AndOnlyThen()
    {
        List<PendingDelivery> pending = [Sync(1), Event(2, """{"from":"nango","type":"auth","operation":"creation","success":true,"connectionId":"c","providerConfigKey":"k","tags":{"end_user_id":"ada"}}""")];

        Assert.IsType<DeliveryWork.Authorise>(Backlog.Next(pending, false, Now));
        Assert.IsType<DeliveryWork.Sync>(Backlog.Next(pending, true, Now));
    }

    [Fact]
    public void Event_OfAConnectionThatNobodyClaims_WaitsForADay()
    {
        Assert.IsType<DeliveryWork.AwaitConnection>(Backlog.Next([Sync(1)], false, Now));
        Assert.Equal("ignored", Assert.IsType<DeliveryWork.Close>(Backlog.Next([Sync(1) with { ReceivedAt = Now.AddHours(-25) }], false, Now)).End.Outcome);
        Assert.IsType<DeliveryWork.AwaitConnection>(Backlog.Next([Sync(1) with { ReceivedAt = Now.AddHours(-25), RedrivenAt = Now.AddHours(-23) }], false, Now));
    }

    [Theory]
    [InlineData("""{"type":"forward","from":"google-calendar","connectionId":"c","providerConfigKey":"k","payload":{"x-goog-resource-state":"sync"}}""")]
    [InlineData("""{"type":"async_action","from":"nango","connectionId":"c","providerConfigKey":"k","payload":{"id":"1"}}""")]
    [InlineData("""{"type":"tomorrow","connectionId":"c","providerConfigKey":"k"}""")]
    public void Webhook_ThatNothingUses_IsIgnoredWithAReason(string json)
    {
        var end = Assert.IsType<DeliveryWork.Close>(Backlog.Next([Event(1, json)], true, Now)).End;

        Assert.Equal("ignored", end.Outcome);
        Assert.NotEmpty(end.Reason!);
    }

    [Theory]
    [InlineData("""{"type":"forward","from":"google-mail","connectionId":"c","providerConfigKey":"k","payload":{}}""")]
    [InlineData("""{"type":"forward","from":"google-calendar","connectionId":"c","providerConfigKey":"k","payload":{"x-goog-resource-state":"exists"}}""")]
    [InlineData("""{"type":"forward","from":"salesforce","connectionId":"c","providerConfigKey":"k","payload":{"nango":{"connectionId":"c","eventType":"Lead.created"}}}""")]
    public void Notice_ThatSomethingHasChanged_AsksForASync(string json) =>
        Assert.IsType<DeliveryWork.ProviderPush>(Backlog.Next([Event(1, json)], true, Now));

    [Fact]
    public void Tick_OfTheClock_IsReadAsSuch_AndNoWebhookCanPassForOne()
    {
        const string body = """{"type":"clock","from":"cortex","after":"2026-08-21T18:00:00Z","until":"2026-08-21T18:01:00Z"}""";

        Assert.IsType<DeliveryWork.Tick>(Backlog.Next([Event(1, body) with { Source = DeliverySource.Clock }], true, Now));
        Assert.IsType<DeliveryWork.Close>(Backlog.Next([Event(1, body)], true, Now));
    }

    [Fact]
    public void Tick_OfTheClock_DoesNotWaitBehindWhatWaitsForNango()
    {
        var deferred = Sync(1) with { RetryAt = Now.AddSeconds(30) };
        var tick = Event(2, """{"type":"clock"}""") with { Source = DeliverySource.Clock };

        Assert.Same(tick, Assert.IsType<DeliveryWork.Tick>(Backlog.Next([deferred, tick], true, Now)).Delivery);
        Assert.IsType<DeliveryWork.Nothing>(Backlog.Next([deferred, tick with { RetryAt = Now.AddSeconds(5) }], true, Now));
    }

    [Fact]
    public void Record_BelongsToTheNewestWebhookWhoseRunHadBegun()
    {
        var group = Assert.IsType<DeliveryWork.Sync>(Backlog.Next([Sync(1), Sync(2)], true, Now)).Group;

        Assert.Same(group[0], Attribution.Find(group, Now.AddMinutes(1.5)));
        Assert.Same(group[1], Attribution.Find(group, Now.AddMinutes(2)));
        Assert.Same(group[0], Attribution.Find(group, Now.AddMinutes(-5)));
    }

    [Fact]
    public void Read_BeginsWhereItsWebhookSays_AndWithoutOneAnOverlapBefore()
    {
        Assert.Null(ReadStart.ForWebhooks(null, Now));
        Assert.Equal(Now.AddSeconds(-12), ReadStart.ForWebhooks(Now, Now.AddSeconds(-10)));
        Assert.Equal(Now.AddSeconds(-2), ReadStart.ForWebhooks(Now, Now.AddSeconds(10)));
        Assert.Equal(Now.AddSeconds(-60), ReadStart.ForWebhooks(Now, null));
    }

    [Fact]
    public void Look_ReadsAgainWhatWasReadSinceTheLastOne()
    {
        Assert.Null(ReadStart.ForLook(null, null));
        Assert.Equal(Now.AddSeconds(-602), ReadStart.ForLook(Now, Now.AddSeconds(-600)));
        Assert.Equal(Now.AddSeconds(-2), ReadStart.ForLook(Now, Now.AddSeconds(600)));
        Assert.Equal(Now.AddHours(-1), ReadStart.ForLook(Now, null));
        Assert.Equal(Now.AddSeconds(-2), ReadStart.ForLook(null, Now));
    }

    private static PendingDelivery Sync(int n, string model = "GmailEmail", string variant = "base") => Event(
        n,
        $$$"""{"from":"nango","type":"sync","connectionId":"c","providerConfigKey":"k","syncName":"emails","syncVariant":"{{{variant}}}","model":"{{{model}}}","success":true,"modifiedAfter":"{{{Now.AddMinutes(n).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)}}}","responseResults":{"added":1,"updated":0,"deleted":0}}""");

    private static PendingDelivery Event(int seq, string json) => new(
        DeliveryId.New(Now), seq, "k", "c", null, Encoding.UTF8.GetBytes(json), null, Now, 0, null, null, null, DeliverySource.Nango);
}
