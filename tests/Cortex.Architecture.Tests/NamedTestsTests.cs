using System.Text.RegularExpressions;

namespace Cortex.Architecture.Tests;

/// <summary>A guarantee is worth as much as the test that shows it: the tests that the page of guarantees names are there.</summary>
public sealed partial class NamedTestsTests
{
    [Fact]
    public void Tests_ThatTheGuaranteesName_AreThere()
    {
        var named = NamedTest().Matches(Repository.Read("docs/guarantees.md")).ToList();
        var missing = named.Where(test => !IsThere(test.Groups["project"].Value, test.Groups["type"].Value, test.Groups["method"].Value)).Select(test => test.Value).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(missing);
    }

    private static bool IsThere(string project, string type, string method)
    {
        var folder = Path.Combine(Repository.Root, "tests", $"Cortex.{project}.Tests");
        return Directory.Exists(folder)
            && Directory.EnumerateFiles(folder, $"{type}.cs", SearchOption.AllDirectories)
                .Any(file => Regex.IsMatch(File.ReadAllText(file), $@"^ +public (?:async Task|Task|void) {method}\(", RegexOptions.Multiline));
    }

    /// <summary>Project, class and method, as in <c>Storage/DeliveryInboxTests.One_bad_write_fails_alone</c>.</summary>
    [GeneratedRegex(@"`(?<project>\w+)/(?<type>\w+)\.(?<method>\w+)`")]
    private static partial Regex NamedTest();
}
