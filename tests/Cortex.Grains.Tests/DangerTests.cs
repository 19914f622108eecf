using System.Globalization;
using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Dangers;
using Cortex.Programs;
using Cortex.Rehearsals;

namespace Cortex.Grains.Tests;

/// <summary>What could hurt is tried on what came lately, said, and kept only when it is confirmed.</summary>
public sealed class DangerTests(GrainCluster cluster) : GrainTest(cluster)
{
    private const string TrashAll = "When I get an email, move it to the trash";
    private const string TrashMost = "When an email that is not from boss@x.com arrives, move it to the trash";
    private const string Harmless = "when: email from test@test.com then: do nothing";

    private IUserGrain Me => Cluster.Grains.User(User);

    [Fact]
    public async Task Preview_SaysWhatItWouldHaveDone_AndCreatingTakesItsHash()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync([.. Enumerable.Range(0, 3).Select(n => Email(subject: $"Hello {n}")), Email(from: "boss@x.com")]));

        var all = (await Me.PreviewAsync(TrashAll, None)).Value!;
        var most = (await Me.PreviewAsync(TrashMost, None)).Value!;

        Assert.Equal(new Danger(all.ProgramHash, "It would have moved 4 of the last 4 emails to the trash.", 4, 4, Backtest.DaysMax), all.Danger);
        Assert.Equal("It would have moved 3 of the last 4 emails to the trash.", most.Danger!.Sentence);
        Assert.Empty(all.Warnings);

        var refused = (await Me.CreateUnitAsync(new("A unit", TrashAll, null, null), None)).Refusal!;
        Assert.Equal((RefusalKind.Unprocessable, RefusalCode.NeedsConfirmation, all.Danger), (refused.Kind, refused.Code, refused.Danger));
        Assert.StartsWith("It would have moved 4 of the last 4 emails to the trash.", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.Conflict, (await Me.CreateUnitAsync(new("A unit", TrashAll, most.ProgramHash, null), None)).Refusal!.Kind);
        Assert.Equal(all.ProgramHash, (await RowAsync((await Me.CreateUnitAsync(new("A unit", TrashAll, all.ProgramHash, null), None)).Value!.Unit)).ProgramHash);
    }

    [Fact]
    public async Task RefusalOfACreation_CanBeConfirmedWithoutAPreview_UnderTheSameIdempotencyKey()
    {
        await ConnectAsync();
        var request = new NewUnit("A unit", TrashAll, null, "key-danger");

        var danger = (await Me.CreateUnitAsync(request, None)).Refusal!.Danger!;
        var made = await Me.CreateUnitAsync(request with { ProgramHash = danger.ProgramHash }, None);

        Assert.True(made.Value!.IsNew);
    }

    [Fact]
    public async Task BeforeAnythingCame_ItSaysSo_AndWithoutAnAccountToo()
    {
        var unconnected = (await Me.PreviewAsync(TrashAll, None)).Value!.Danger!;
        await ConnectAsync();
        var connected = (await Me.PreviewAsync(TrashAll, None)).Value!.Danger!;

        Assert.Equal(("It could move any email to the trash. Connect the account to try it on your past emails.", null), (unconnected.Sentence, unconnected.Of));
        Assert.Equal(("It could move any email to the trash. No emails have arrived yet to try it on.", 0), (connected.Sentence, connected.Of));
    }

    [Fact]
    public async Task Edit_ToWhatCouldHurt_IsConfirmedToo_UnlessItDoesSoAlready()
    {
        await ConnectAsync();
        var id = await UnitAsync();
        var unit = Cluster.Grains.Unit(id);

        var refused = (await unit.EditAsync(User, null, TrashAll, None)).Refusal!;
        Assert.Equal((RefusalCode.NeedsConfirmation, 1), (refused.Code, (await RowAsync(id)).Version));
        Assert.False((await unit.EditAsync(User, "Another name", null, None)).IsRefused);
        Assert.False((await unit.EditAsShownAsync(User, null, TrashAll, refused.Danger!.ProgramHash, None)).IsRefused);
        Assert.False((await unit.EditAsync(User, null, "When an email arrives, move it to the trash", None)).IsRefused);
        Assert.False((await unit.EditAsync(User, null, Harmless, None)).IsRefused);
    }

    [Fact]
    public async Task Preview_WarnsOfWhatMatchesNoneOrAll_OfEnoughPastItems()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync([.. Enumerable.Range(0, 19).Select(n => Email(subject: n.ToString(CultureInfo.InvariantCulture)))]));
        Assert.Empty((await Me.PreviewAsync(Harmless, None)).Value!.Warnings);
        await DealtWithAsync(await SyncAsync(Email(subject: "The twentieth")));

        Assert.Equal(["It would have run on all of the last 20 emails."], (await Me.PreviewAsync(Harmless, None)).Value!.Warnings);
        Assert.Equal(["It would have run on none of the last 20 emails."], (await Me.PreviewAsync("when: email from other@x.com then: do nothing", None)).Value!.Warnings);
        Assert.Empty((await Me.PreviewAsync("when: email with subject containing \"twentieth\" then: do nothing", None)).Value!.Warnings);
        Assert.Equal(
            ["The model was not asked; it would have had to judge all of the last 20 emails."],
            (await Me.PreviewAsync("When an urgent email arrives, star it", None)).Value!.Warnings);
    }

    [Fact]
    public async Task ALookBackThatTakesTooLong_LeavesTheFiguresOut()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        var hasty = Cluster.Part<GrainSettings>() with { LookBackMax = TimeSpan.Zero };
        var cautions = new Cautions(Cluster.Part<Backtester>(), Cluster.Part<DangerWords>(), CortexCatalog.Known, hasty, TimeProvider.System);
        var compiled = (CompileResult.Compiled)await Cluster.Part<IProgramCompiler>().CompileAsync(TrashAll, None);

        var caution = await cautions.OfAsync(User, compiled, [Providers.Gmail], None);

        Assert.Equal(
            new Danger(compiled.ProgramHash, "It could move any email to the trash. Trying it on your past emails took too long, so there are no figures.", null, null, Backtest.DaysMax), caution.Danger);
        Assert.Empty(caution.Warnings);
    }
}
