using Cortex.Catalog;

namespace Cortex.Core.Tests.Catalog;

/// <summary>What is documented is what there is. The page in git is rewritten with <c>CORTEX_ACCEPT=1</c>.</summary>
public sealed class CatalogPageTests
{
    private static readonly string Page = Path.Combine(Root(), "docs", "catalog.md");

    [Fact]
    public void ThePage_SaysWhatTheCatalogHas()
    {
        var actual = CatalogPage.Of(CortexCatalog.Known);
        if (Environment.GetEnvironmentVariable("CORTEX_ACCEPT") == "1")
        {
            File.WriteAllText(Page, actual);
        }

        var expected = File.ReadAllText(Page);
        var gone = expected.Split('\n').Except(actual.Split('\n')).Select(line => $"- {line}");
        var added = actual.Split('\n').Except(expected.Split('\n')).Select(line => $"+ {line}");
        Assert.True(
            expected == actual,
            $"docs/catalog.md is not what the catalog has. To rewrite it: CORTEX_ACCEPT=1 ./cortex test Core\n{string.Join('\n', gone.Concat(added))}");
    }

    [Fact]
    public void EveryNameOfTheCatalog_IsOnThePage()
    {
        var text = File.ReadAllText(Page);
        var names = CortexCatalog.Known.Providers.SelectMany(provider => provider.Triggers)
            .SelectMany(trigger => trigger.Item.Fields.Select(field => field.Name).Append(trigger.Name))
            .Concat(CortexCatalog.Known.Tools.SelectMany(tool => tool.Inputs.Select(input => input.Name).Concat(tool.Outputs.Select(output => output.Name)).Append(tool.Name)));

        Assert.All(names, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Cortex.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return directory.FullName;
    }
}
