using Cortex.Items;

namespace Cortex.Core.Tests.Items;

public sealed class KnownFieldsTests
{
    private static readonly NormalisedRecord Record = new("case", "1", Records.FirstSeen, Records.LastModified, """{"Id":"1","Status":"New"}""");

    [Fact]
    public void Keep_AddsWhatTheStateDoesNotSay_AndNothingElse()
    {
        var kept = KnownFields.Keep(Record with { Missing = ["Type", "Reason"] }, """{"Id":"1","Status":"Old","Type":"Problem","Priority":"High"}""");

        Assert.Equal("""{"Id":"1","Status":"New","Type":"Problem"}""", kept.FieldsJson);
        Assert.Equal(["Type", "Reason"], kept.Missing);
    }

    [Fact]
    public void Keep_OfAWholeState_IsThatState() => Assert.Same(Record, KnownFields.Keep(Record, """{"Type":"Problem"}"""));

    [Fact]
    public void Before_KnowsWhatWasNotKnownAsItIsNow() => Assert.Equal(
        """{"Status":"Old","Type":null,"Reason":"Installation"}""",
        KnownFields.Before("""{"Status":"Old","Type":null}""", """{"Status":"New","Type":"Problem","Reason":"Installation"}""", ["Type", "Reason", "Origin"]));

    [Fact]
    public void Before_OfWhatWasNeverSeen_IsNothing() => Assert.Null(KnownFields.Before(null, "{}", ["Type"]));
}
