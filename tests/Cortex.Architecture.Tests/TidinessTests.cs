using System.Text.RegularExpressions;

namespace Cortex.Architecture.Tests;

/// <summary>What makes a stranger find things: short files, named after what they hold, in folders named after what they are about.</summary>
public sealed partial class TidinessTests
{
    private const int LinesMax = 400;
    private const int MedianLinesMax = 60;

    private static readonly string[] VagueFolders = ["Services", "Helpers", "Utils", "Utilities", "Models", "Managers", "Common", "Misc"];

    [Fact]
    public void Files_AreShort()
    {
        var lengths = Repository.SourceFiles.Select(f => (File: f, Lines: Repository.Read(f).Count(c => c == '\n'))).OrderBy(f => f.Lines).ToList();

        Assert.DoesNotContain(lengths, f => f.Lines > LinesMax);
        Assert.True(lengths[lengths.Count / 2].Lines <= MedianLinesMax, $"Half of the files are longer than {lengths[lengths.Count / 2].Lines} lines.");
    }

    /// <summary>The first type of a file gives it its name; a closed family of records may stand together under the family's plural.</summary>
    [Fact]
    public void Files_AreNamedAfterTheTypeThatTheyHold()
    {
        var offenders = Repository.SourceFiles.Where(f => Path.GetFileName(f) is not "Program.cs").Where(f =>
        {
            var name = Path.GetFileNameWithoutExtension(f).Split('.')[0];
            var types = TopLevelType().Matches(Repository.Read(f)).Select(m => m.Groups["name"].Value).ToList();
            return types.Count > 0 && types[0] != name && !(types.Count > 1 && name.EndsWith("Entries", StringComparison.Ordinal));
        });

        Assert.Empty(offenders);
    }

    [Fact]
    public void Folders_AreNamedAfterWhatTheyAreAbout() =>
        Assert.DoesNotContain(Repository.SourceFiles, f => f.Split('/').Intersect(VagueFolders).Any());

    [Fact]
    public void Sources_LeaveNothingForLater()
    {
        string[] words = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];

        Assert.DoesNotContain(Repository.SourceFiles, f => words.Any(w => Repository.Read(f).Contains(w, StringComparison.Ordinal)));
    }

    [Fact]
    public void Migrations_AreNumberedWithoutGaps()
    {
        var names = Directory.GetFiles(Path.Combine(Repository.Root, "migrations"), "*.sql").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();

        Assert.Equal("001_cortex.sql", names[0]);
        Assert.Equal(Enumerable.Range(1, names.Count), names.Select(n => int.Parse(n.Split('_')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"^(?:public|internal)\s+(?:(?:sealed|static|abstract|partial|readonly)\s+)*(?:class|record struct|record|struct|interface|enum)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
