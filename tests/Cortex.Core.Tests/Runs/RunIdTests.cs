using CsCheck;

namespace Cortex.Core.Tests.Runs;

public sealed class RunIdTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 10, 0, 0, 123, TimeSpan.Zero);
    private static readonly UnitId Unit = UnitId.New(Time);

    [Fact]
    public void Occurrence_HasTheSameRunWhateverBroughtIt() =>
        Assert.Equal(RunId.For(Unit, Item()), RunId.For(Unit, Item() with { FieldsJson = """{"subject":"Changed"}""" }));

    [Fact]
    public void Occurrences_ThatDiffer_HaveRunsThatDiffer()
    {
        var other = Item() with { RecordId = "m2" };
        var ids = new[] { RunId.For(Unit, Item()), RunId.For(Unit, other), RunId.For(UnitId.New(Time), Item()), RunId.For(Unit, Item() with { Occurrence = "2" }), RunId.For(Unit, Item() with { Kind = "event" }) };

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Parts_ThatAreCutElsewhere_AreAnotherOccurrence() =>
        Assert.NotEqual(RunId.For(Unit, Item() with { Kind = "ab", RecordId = "c" }), RunId.For(Unit, Item() with { Kind = "a", RecordId = "bc" }));

    [Fact]
    public void Id_CarriesItsTimeInFront()
    {
        Assert.Equal(Time, TimeOrderedGuid.TimeOf(RunId.For(Unit, Item()).Value));
        Assert.True(string.CompareOrdinal(RunId.For(Unit, Item()).ToString(), RunId.For(Unit, Item() with { OccurredAt = Time.AddMilliseconds(1) }).ToString()) < 0);
    }

    [Fact]
    public void Text_OfAnyId_ReadsBack_AndNothingElseDoes()
    {
        Gen.Guid.Sample(value => RunId.TryParse(new RunId(value).ToString(), out var read) && read.Value == value);
        Assert.False(RunId.TryParse($"evt_{Guid.NewGuid():N}", out _));
        Assert.False(RunId.TryParse($"run_{Guid.NewGuid():N}"[..^1], out _));
        Assert.False(RunId.TryParse("run_" + new string('A', 32), out _));
        Assert.False(RunId.TryParse(null, out _));
    }

    private static Item Item() => new(ConnectionKey.For("google-mail-ynxw", "mailbox"), Providers.Gmail, "email.received", "email", "m1", "received", Time, "{}");
}
