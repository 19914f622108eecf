using Cortex.Catalog;
using Cortex.Core.Tests.Tools;
using Cortex.Runs;
using System.Text.Json;

namespace Cortex.Core.Tests.Runs;

public sealed class RunItemTests
{
    [Fact]
    public void Trigger_HasTheRecordsId_HoweverTheProviderSpellsIt()
    {
        Assert.Equal(ToolBench.Email().RecordId, Written(ToolBench.Email()).Text("id"));
        Assert.Equal(ToolBench.Record().RecordId, Written(ToolBench.Record()).Text("id"));
    }

    [Fact]
    public void Item_IsReadAsItWas()
    {
        Assert.Equal(ToolBench.Email(), Read(ToolBench.Email()));
        Assert.Equal(ToolBench.Record(), Read(ToolBench.Record()));
    }

    [Fact]
    public void Sample_ThatIsARunsTrigger_IsCutToTheFieldsOfItsKind()
    {
        var item = ToolBench.Record();
        var kind = CortexCatalog.Known.FindTrigger(item.Provider, item.Happening)!.Item;

        Assert.All(RunItem.Sample(Written(item), kind).EnumerateObject(), field => Assert.NotNull(kind.Find(field.Name)));
        Assert.Equal("""{"Typo":1}""", RunItem.Sample(JsonElement.Parse("""{"id":"x","Typo":1}"""), kind).GetRawText());
    }

    private static JsonElement Written(Item item) => JsonElement.Parse(RunItem.Write(item));

    private static Item Read(Item item) => RunItem.Read(RunItem.Write(item), item.Connection);
}
