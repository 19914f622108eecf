using Cortex.Compilation.Grammar;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Core.Tests.Compilation.Grammar;

/// <summary>Phrases that are looked for together, as a table of them reads a place of a text.</summary>
public class PhraseTableTests
{
    private static readonly PhraseCompiler Compiler = new((_, _) => ValueParsers.One(ValueParsers.Lead));

    private static readonly PhraseTable<string> Table = TableOf(
        null,
        "[and] [that|which] starts in {time}",
        "[and] [that|which] starts [exactly] in {time}",
        "[and] [that|which] starts",
        "[and] ends in {time}",
        "[{time}] ahead",
        "it's over",
        "--> go",
        "{time} long");

    [Theory]
    [InlineData("and that starts in 2 hours", "[and] [that|which] starts in {time}", "[and] [that|which] starts")]
    [InlineData("which starts exactly in 2 hours", "[and] [that|which] starts [exactly] in {time}", "[and] [that|which] starts")]
    [InlineData("starts at noon", "[and] [that|which] starts")]
    [InlineData("and ends in 1 hour", "[and] ends in {time}")]
    [InlineData("2 hours ahead", "[{time}] ahead")]
    [InlineData("ahead of us", "[{time}] ahead")]
    [InlineData("2 hours long", "{time} long")]
    [InlineData("it's over", "it's over")]
    [InlineData("It’s over", "it's over")]
    [InlineData("--> go", "--> go")]
    [InlineData("that ends in 1 hour")]
    [InlineData("ends")]
    [InlineData("")]
    public void AllPhrasesThatFit_AreFound_TheFarthestFirst(string text, params string[] phrases) => Assert.Equal(phrases, Found(Table, text));

    [Fact]
    public void OfEquals_TheFirstIsFound_OrAllInTheirOrder()
    {
        string[] phrases = ["[a] test", "(a|one) test", "a test"];
        Assert.Equal(["[a] test"], Found(TableOf(null, phrases), "a test"));
        Assert.Equal(["[a] test + (a|one) test + a test"], Found(TableOf((one, other) => $"{one} + {other}", phrases), "a test"));
    }

    [Fact]
    public void ATableThatWasRead_TakesNoMorePhrases()
    {
        var table = TableOf(null, "a test");
        Assert.Single(Found(table, "a test"));
        Assert.Throws<InvalidOperationException>(() => table.Add(Compiler, "another", _ => ""));
    }

    private static PhraseTable<string> TableOf(Func<string, string, string>? merge, params string[] phrases)
    {
        var table = new PhraseTable<string>(merge);
        foreach (var phrase in phrases)
        {
            table.Add(Compiler, phrase, _ => phrase);
        }

        return table;
    }

    private static IEnumerable<string> Found(PhraseTable<string> table, string text) => table.Matches(new ParseContext(new Scanner(text), useNewLines: false), offset: 0).Select(match => match.Value);
}
