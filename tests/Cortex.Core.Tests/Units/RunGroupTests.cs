using Cortex.Units;

namespace Cortex.Core.Tests.Units;

public sealed class RunGroupTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly UnitId Unit = UnitId.New(Now);

    [Theory]
    [InlineData("a", "b", "c")]
    [InlineData("c", "b", "a")]
    [InlineData("b", "c", "a")]
    public void InstancesOfASeries_AreOneRun_OfTheFirstByRecordId_WhateverTheirOrder(params string[] records)
    {
        Item[] items = [.. records.Select(record => Instance(record, "weekly"))];

        var group = Assert.Single(RunGroup.From(Unit, items, [0, 1, 2]));

        Assert.Equal(("a", RunId.For(Unit, items[0])), (items[group.First].RecordId, group.Run));
        Assert.Equal(["b", "c"], group.Others.Select(place => items[place].RecordId));
    }

    [Fact]
    public void OtherItems_AreARunEach_AndOnlyThoseThatMatchedCount()
    {
        Item[] items = [Instance("a", "weekly"), Instance("b", "weekly"), Instance("c", "daily"), Instance("d", null), Instance("e", null)];

        var groups = RunGroup.From(Unit, items, [1, 2, 3, 4]).ToList();

        Assert.Equal(["b", "c", "d", "e"], groups.Select(group => items[group.First].RecordId));
        Assert.All(groups, group => Assert.Empty(group.Others));
    }

    [Fact]
    public void Others_CountAsOneWithTheOneThatRuns_AndShareWhatElseBecameOfIt()
    {
        Item[] items = [Instance("b", "weekly"), Instance("a", "weekly")];
        var group = Assert.Single(RunGroup.From(Unit, items, [0, 1]));
        var fates = new Fate[2];

        group.Settle(fates, items, new(FateKind.Ran, group.Run));
        Assert.Equal([(FateKind.Duplicate, "It counts as one with a, of the same series."), (FateKind.Ran, null)], fates.Select(fate => (fate.Kind, fate.Reason)));
        Assert.All(fates, fate => Assert.Equal(group.Run, fate.Run));

        var before = new Fate(FateKind.Duplicate, group.Run, "It ran before.");
        group.Settle(fates, items, before);
        Assert.Equal([before, before], fates);
    }

    private static Item Instance(string record, string? series) =>
        new(ConnectionKey.For(Providers.GoogleCalendar, "account"), Providers.GoogleCalendar, "event.created", "event", record, "created", Now, "{}", Series: series);
}
