using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Model;
using Cortex.Compilation.Model.Examples;
using Cortex.Core.Tests.Compilation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Core.Tests.Model;

public sealed class PromptExamplesTests
{
    private static readonly BuiltinReader Builtin = new(CortexCatalog.Known, new TemplateParser());
    private static readonly PromptExamples Examples = new(Builtin, CortexCatalog.Known);
    private static readonly AnswerReader Reader = new(CortexCatalog.Known);

    public static TheoryData<string> Programs => [.. PromptExamples.Entries().Where(entry => entry.Code is null).Select(entry => entry.Prompt)];

    /// <summary>What a model is shown is what Cortex itself would take: the same program as the built-in reader's, without a fault before the validator.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_IsReadBackAsItWas_AndStandsBeforeTheValidator(string prompt)
    {
        var entry = PromptExamples.Entries().Single(entry => entry.Prompt == prompt);
        var read = Builtin.Read(entry.As ?? prompt);
        var program = Additions.Meant(Assert.IsType<Reading.Understood>(read).Program, CortexCatalog.Known);

        var answer = Assert.IsType<ModelAnswer.Program>(Reader.Read(Examples.All.Single(example => example.Prompt == prompt).AnswerJson));

        Assert.Equal(ProgramJson.Write(program), ProgramJson.Write(answer.Value));
        Validating.Sound(answer.Value, prompt);
    }

    [Fact]
    public void Refusals_AreOfTheForm_AndQuoteTheirPrompt()
    {
        var refusals = PromptExamples.Entries().Where(entry => entry.Code is not null).ToList();

        Assert.All(refusals, entry =>
        {
            var refusal = Assert.IsType<ModelAnswer.Refusal>(Reader.Read(Examples.All.Single(example => example.Prompt == entry.Prompt).AnswerJson));
            Assert.Equal((entry.Code, entry.Sentence), (refusal.Code, refusal.Sentence));
            Assert.True(entry.Quote is null || entry.Prompt.Contains(entry.Quote, StringComparison.Ordinal), entry.Prompt);
        });
        Assert.Equal(AnswerSchema.RefusalCodes.Order(), refusals.Select(entry => entry.Code!).Distinct().Order());
    }

    [Fact]
    public void Examples_CoverEveryEventAndEveryTool()
    {
        var shown = string.Concat(Examples.All.Select(example => example.AnswerJson));

        Assert.All(CortexCatalog.Known.Providers, provider =>
        {
            Assert.All(provider.Triggers, trigger => Assert.Contains($"\"{EventName.Of(provider, trigger)}\"", shown, StringComparison.Ordinal));
            Assert.All(provider.Tools, tool => Assert.Contains($"\"tool\":\"{tool.Name}\"", shown, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("archive whatever deals@shop.example sends me", "gmail.archive")]
    [InlineData("give me a heads-up 20 min before each meeting", "google-calendar/event.starting")]
    [InlineData("Whenever a deal gets won please email boss@firm.example the name", "salesforce/opportunity")]
    public void Nearest_AsksForAlikeThings(string prompt, string expected)
    {
        var nearest = Examples.Nearest(prompt, 8);

        Assert.Equal(8, nearest.Count);
        Assert.Contains(nearest.Take(5), example => example.AnswerJson.Contains(expected, StringComparison.Ordinal));
        Assert.InRange(nearest.Count(example => example.AnswerJson.Contains("\"refusal\"", StringComparison.Ordinal)), 2, 2);
    }

    [Fact]
    public void Nearest_DoesNotLookAtAddressesQuotesAndNumbers()
    {
        var one = Examples.Nearest("When an email from nora@harbour.example with \"lunch\" arrives, wait 3 hours", 5);
        var other = Examples.Nearest("When an email from x@y.example with \"my opportunity was closed won\" arrives, wait 48 hours", 5);

        Assert.Equal(one, other);
    }

    [Fact]
    public void Prompt_OfTheLongestLength_IsRankedAtOnce()
    {
        Examples.Nearest("x", 1);
        var start = TimeProvider.System.GetTimestamp();

        Examples.Nearest(string.Concat(Enumerable.Repeat("Notify me when it rains in Oslo. ", CompilationLimits.MaxPrompt / 33)), 8);

        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
