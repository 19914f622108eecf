using System.Text.Json;

namespace Cortex.Core.Tests.Items;

public sealed class ItemTests
{
    [Fact]
    public void Copy_WithOtherFields_ShowsThose_HoweverOftenTheOldOnesWereLookedAt()
    {
        var item = new Item(
            ConnectionKey.For("salesforce-2", "c"), Providers.Salesforce, "case.updated", "case", "1", "o", DateTimeOffset.UnixEpoch, """{"Status":"New"}""", """{"Status":"Old"}""");
        Assert.Equal(("New", "Old"), (item.Fields.Text("Status"), item.Previous?.Text("Status")));

        var copy = item with { FieldsJson = """{"Status":"Closed"}""", PreviousJson = """{"Status":"New"}""" };

        Assert.Equal(("Closed", "New"), (copy.Fields.Text("Status"), copy.Previous?.Text("Status")));
        Assert.Equal(("New", "Old"), (item.Fields.Text("Status"), item.Previous?.Text("Status")));
        Assert.Equal(JsonValueKind.Object, (copy with { PreviousJson = null }).Fields.ValueKind);
    }
}
