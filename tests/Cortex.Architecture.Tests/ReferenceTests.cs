using System.Reflection;
using System.Xml.Linq;

namespace Cortex.Architecture.Tests;

/// <summary>A project exists to forbid a reference: this is the table of those that are allowed.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Cortex.Grains.Interfaces", [] },
        { "Cortex.Storage", ["Cortex.Grains.Interfaces"] },
        { "Cortex.Hosting", ["Cortex.Grains.Interfaces", "Cortex.Storage"] },
        { "Cortex.Grains", ["Cortex.Grains.Interfaces", "Cortex.Storage"] },
        { "Cortex.Silo", ["Cortex.Grains", "Cortex.Grains.Interfaces", "Cortex.Hosting", "Cortex.Storage"] },
        { "Cortex.Api", ["Cortex.Grains.Interfaces", "Cortex.Hosting", "Cortex.Storage"] },
        { "Cortex.Sandbox", [] },
        { "Cortex.Cli", ["Cortex.Api", "Cortex.Grains", "Cortex.Grains.Interfaces", "Cortex.Hosting", "Cortex.Sandbox", "Cortex.Silo", "Cortex.Storage"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Assembly_ReferencesOnlyWhatItMay(string name, string[] allowed)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name!).Where(IsOurs);

        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Project_ReferencesOnlyWhatItMay(string name, string[] allowed)
    {
        var project = XDocument.Parse(Repository.Read($"src/{name}/{name}.csproj"));
        var references = project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Table_NamesEveryProject() =>
        Assert.Equal(
            Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(),
            Allowed.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Interfaces_ReferenceNothingButOrleansAndTheFramework()
    {
        var references = Assembly.Load("Cortex.Grains.Interfaces").GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && !n.StartsWith("Orleans", StringComparison.Ordinal) && n is not "netstandard");

        Assert.Empty(references);
    }

    [Theory]
    [InlineData("src/Cortex.Grains/", "Npgsql", "what PostgreSQL's failures mean is said once, in Storage")]
    [InlineData("src/Cortex.Api/", "Npgsql", "what PostgreSQL's failures mean is said once, in Storage")]
    [InlineData("src/Cortex.Grains/", "Microsoft.AspNetCore", "grains know no HTTP requests")]
    [InlineData("src/Cortex.Grains.Interfaces/", "Npgsql", "the language knows no database")]
    [InlineData("src/Cortex.Grains/", "[OneWay]", "a lost call must be noticed")]
    [InlineData("src/Cortex.Grains.Interfaces/", "[OneWay]", "a lost call must be noticed")]
    public void Folder_NeverMentions(string folder, string forbidden, string because)
    {
        var offenders = Repository.SourceFiles.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && Repository.Read(f).Contains(forbidden, StringComparison.Ordinal));

        Assert.True(!offenders.Any(), $"{string.Join(", ", offenders)} mentions {forbidden}: {because}.");
    }

    [Fact]
    public void OnlyTheFoldersOfNangoAndTheModel_SpeakHttp()
    {
        var offenders = Repository.SourceFiles.Where(f =>
            f.StartsWith("src/Cortex.Grains/", StringComparison.Ordinal) && !f.StartsWith("src/Cortex.Grains/Nango/", StringComparison.Ordinal)
            && !f.StartsWith("src/Cortex.Grains/Model/", StringComparison.Ordinal)
            && Repository.Read(f).Contains("HttpClient", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    /// <summary>Migrations are apart: they run before anything else does, and whoever starts Cortex sees what they throw.</summary>
    [Fact]
    public void OnlyOneFile_SendsStatements()
    {
        string[] sends = [".ExecuteReaderAsync(", ".ExecuteScalarAsync(", ".ExecuteNonQueryAsync("];
        var offenders = Repository.SourceFiles.Where(f =>
            f.StartsWith("src/Cortex.Storage/", StringComparison.Ordinal) && f is not "src/Cortex.Storage/Database/CommandExtensions.cs"
            && !f.StartsWith("src/Cortex.Storage/Migrations/", StringComparison.Ordinal)
            && sends.Any(call => Repository.Read(f).Contains(call, StringComparison.Ordinal)));

        Assert.Empty(offenders);
    }

    private static bool IsOurs(string name) => name.StartsWith("Cortex.", StringComparison.Ordinal);
}
