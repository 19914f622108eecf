using Cortex.Catalog;
using Cortex.Core.Tests.Support;

namespace Cortex.Core.Tests.Catalog;

/// <summary>What is documented is what there is. The page in git is rewritten with <c>CORTEX_ACCEPT=1</c>.</summary>
public sealed class CatalogPageTests
{
    [Fact]
    public void ThePage_SaysWhatTheCatalogHas() => AcceptedFile.Is(CatalogPage.Of(CortexCatalog.Known), "docs", "catalog.md");

    [Fact]
    public void EveryNameOfTheCatalog_IsOnThePage()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "catalog.md"));
        var names = CortexCatalog.Known.Providers.SelectMany(provider => provider.Triggers)
            .SelectMany(trigger => trigger.Item.Fields.Select(field => field.Name).Append(trigger.Name))
            .Concat(CortexCatalog.Known.Tools.SelectMany(tool => tool.Inputs.Select(input => input.Name).Concat(tool.Outputs.Select(output => output.Name)).Append(tool.Name)));

        Assert.All(names, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }
}
