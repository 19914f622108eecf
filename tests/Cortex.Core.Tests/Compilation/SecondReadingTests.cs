using Cortex.Compilation;
using Cortex.Core.Tests.Support;
using Cortex.Model;
using Cortex.Programs;
using static Cortex.Core.Tests.Support.Answers;

namespace Cortex.Core.Tests.Compilation;

/// <summary>Prompts that the built-in reader understands, and of which it is not certain or has a fault: what the model's reading of them changes.</summary>
public sealed class SecondReadingTests
{
    private const string Open = "when an email arrives from ana@x.example with subject weekly report for Ben, star it";
    private const string Faulty = "when: email from a@x.example and from b@x.example then: star it";

    private static readonly string FromAna = That("from", "equals", "ana@x.example");
    private static readonly ModelReply Same = Program(Received, All(FromAna, That("subject", "contains", "weekly report for Ben")), Step("gmail.star"));
    private static readonly ModelReply Shorter = Program(Received, All(FromAna, That("subject", "contains", "weekly report"), That("subject", "contains", "for Ben")), Step("gmail.star"));
    private static readonly ModelReply Invented = Program(Received, FromAna, Step("gmail.forward", """{"to":"eve@x.example","body":null}"""));
    private static readonly ModelReply Away = new ModelReply.Failed(ModelFailure.Unavailable, "It is away.");

    [Theory]
    [InlineData("when: email from ana@x.example then: do nothing")]
    [InlineData("When an email comes from @x.example with an attachment, label it \"to be paid\" and archive it")]
    [InlineData("when an email arrives from ana@x.example, label it Follow Up and archive it")]
    [InlineData("When I get a receipt, label it Receipts")]
    [InlineData("When an opportunity over 5000 is won, wait 2 days and notify me")]
    [InlineData("When a case's priority becomes high, notify me")]
    [InlineData("When an email arrives on a Saturday, archive it")]
    [InlineData("When an email arrives with \"weekly report\" in the subject, star it.")]
    public async Task WhatIsCertain_AsksNoModel(string prompt)
    {
        await using var compiling = new ScriptedCompiling();

        Assert.Null(Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(prompt)).Warning);
        Assert.Empty(compiling.Questions);
    }

    [Theory]
    [InlineData(Open)]
    [InlineData("label emails from ana@x.example as follow up later")]
    [InlineData("When an email arrives that is about the new office, star it")]
    [InlineData("when a meeting is created, create a task called call the client back")]
    [InlineData("when an email from ana@x.example arrives, send an email to bo@x.example saying have a look at this")]
    public async Task WhatIsOpen_IsReadByTheModelToo(string prompt)
    {
        await using var compiling = new ScriptedCompiling(Away);

        await compiling.CompileAsync(prompt);

        Assert.Single(compiling.Questions);
    }

    [Fact]
    public async Task SameReading_IsTheBuiltIns_AndShowsWhatItTook()
    {
        await using var compiling = new ScriptedCompiling(Same);

        var compiled = Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(Open));
        var again = Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(Open));

        Assert.Equal(("builtin", null, compiled.ProgramHash), (compiled.Compiler, compiled.Warning, again.ProgramHash));
        Assert.NotNull(compiled.Usage);
        Assert.Null(again.Usage);
        Assert.Single(compiling.Questions);
    }

    public static TheoryData<string, string, string> NoDifferences => new()
    {
        { Open, All(That("subject", "contains", "Weekly Report for ben"), FromAna), Step("gmail.star") },
        { "when an email from ana@x.example arrives, notify me and label it urgent stuff", FromAna, $$$"""{{{Step("notify.user", """{"text":"{{ from }}: {{ subject }}"}""")}}},{{{Step("gmail.add_label", """{"label":"Urgent stuff"}""")}}}""" },
        { "When an email arrives that is about the new office, star it", That("item", "semantic", "the new office"), Step("gmail.star") },
        { "When an email arrives that is about the new office, star it", That("content", "semantic", "is about new office"), Step("gmail.star") },
        { "When an email arrives from ana@x.example, draft a reply thanking her for the offer", FromAna, $$$"""{{{Step("ai.draft", """{"instructions":"thanking her for the offer"}""")}}},{{{Step("gmail.create_draft", """{"body":"{{ steps[0].output.text }}","reply":true}""")}}}""" },
    };

    [Theory]
    [MemberData(nameof(NoDifferences))]
    public async Task WhatNobodySaid_IsNoDifference(string prompt, string where, string steps)
    {
        await using var compiling = new ScriptedCompiling(Program(Received, where, steps));

        var compiled = Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(prompt));

        Assert.Null(compiled.Warning);
        Assert.Single(compiling.Questions);
    }

    [Fact]
    public async Task OtherReading_IsAskedAbout_AndEitherCanBeTaken()
    {
        await using var compiling = new ScriptedCompiling(Shorter);

        var refused = Assert.IsType<CompileResult.Refused>(await compiling.CompileAsync(Open));

        Assert.Equal((RefusalCode.NeedsClarification, "Which one do you mean: \"weekly report for Ben\", or: \"weekly report\" in the subject and with \"for Ben\"?"), (refused.Code, refused.Sentence));
        var (question, suggestions) = (refused.Repair!.Question!, refused.Repair.Suggestions);
        Assert.Equal(refused.Sentence, question.Text);
        Assert.Equal(suggestions.Select(one => one.Prompt), question.Options);
        Assert.Equal(PromptQuestion.Gap, question.Insert);
        Assert.Empty(refused.Repair.LeftOver);
        Assert.NotEmpty(refused.Repair.Understood);
        Assert.NotNull(refused.Usage);
        Assert.Equal(2, suggestions.Count);
        foreach (var suggestion in suggestions)
        {
            Assert.Equal(suggestion.ProgramJson, Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(suggestion.Prompt)).ProgramJson);
        }

        Assert.Single(compiling.Questions);
    }

    public static TheoryData<string, string, string, string> Differences => new()
    {
        { "when an email arrives from ana@x.example with subject weekly report, star it", FromAna, Step("gmail.star"), "Does it say this as well, or not: and with \"weekly report\" in the subject?" },
        { "When an email arrives that is about the new office, star it", That("subject", "contains", "new office"), Step("gmail.star"), "Which one do you mean: that AI judges to match \"about the new office\", or: with \"new office\" in the subject?" },
        { "label emails from ana@x.example as follow up later", FromAna, Step("gmail.add_label", """{"label":"follow up"}"""), "Which one do you mean: \"follow up later\", or: \"follow up\"?" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task Difference_IsTheQuestion(string prompt, string where, string step, string question)
    {
        var answer = Program(Received, where, step);
        await using var compiling = new ScriptedCompiling(answer, answer);

        Assert.Equal(question, Assert.IsType<CompileResult.Refused>(await compiling.CompileAsync(prompt)).Repair!.Question!.Text);
    }

    [Fact]
    public async Task ModelThatRefuses_LeavesTheReadingToItsUser()
    {
        await using var compiling = new ScriptedCompiling(Refusal("Who is Ben?"));

        var refused = Assert.IsType<CompileResult.Refused>(await compiling.CompileAsync(Open));

        Assert.Equal((RefusalCode.NeedsClarification, "The language model is not sure what it means: Who is Ben?"), (refused.Code, refused.Sentence));
        Assert.Equal(refused.Repair!.Suggestions.Select(one => one.Prompt), refused.Repair.Question!.Options);
        Assert.Contains("weekly report for Ben", Assert.Single(refused.Repair.Suggestions).ProgramJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelThatIsAway_ChangesNothing_ButIsMentioned()
    {
        await using var compiling = new ScriptedCompiling(Away);

        var compiled = Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(Open));

        Assert.Equal("builtin", compiled.Compiler);
        Assert.Contains("It is away.", compiled.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelThatAnswersNothingUsable_ChangesNothing_ButIsMentioned()
    {
        foreach (var answer in new[] { new ModelReply.Malformed("{"), ScriptedModel.Answer("Sure!"), Invented })
        {
            await using var compiling = new ScriptedCompiling(answer, answer);

            var compiled = Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(Open));

            Assert.Contains("no usable answer", compiled.Warning, StringComparison.Ordinal);
            Assert.Equal(2, compiling.Questions.Count);
        }
    }

    [Fact]
    public async Task WhatHasAFault_IsReadByTheModelToo_AndItsReadingIsOffered()
    {
        await using var compiling = new ScriptedCompiling(Program(Received, Any(That("from", "equals", "a@x.example"), That("from", "equals", "b@x.example")), Step("gmail.star")));
        await using var alone = new ScriptedCompiling(Away);

        var refused = Assert.IsType<CompileResult.Refused>(await compiling.CompileAsync(Faulty));
        var without = Assert.IsType<CompileResult.Refused>(await alone.CompileAsync(Faulty));

        Assert.Equal((without.Code, without.Sentence), (refused.Code, refused.Sentence));
        Assert.Equal("Is this what you mean?", refused.Repair!.Question!.Text);
        Assert.Contains("b@x.example", Assert.Single(refused.Repair.Suggestions).ProgramJson, StringComparison.Ordinal);
        Assert.Null(without.Repair!.Question);
    }

    [Fact]
    public async Task WhatItsUserWasShown_AsksNoModel()
    {
        await using var compiling = new ScriptedCompiling(Away, Shorter);

        var shown = Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(Open)).ProgramHash;

        Assert.Null(Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(Open, new() { Shown = shown })).Warning);
        Assert.Single(compiling.Questions);
        Assert.IsType<CompileResult.Refused>(await compiling.CompileAsync(Open, new() { Shown = "another" }));
    }

    [Fact]
    public async Task WhatIsAskedForAtOnce_AsksNoModel()
    {
        await using var compiling = new ScriptedCompiling();

        var compiled = Assert.IsType<CompileResult.Compiled>(await compiling.CompileAsync(Open, new() { AtOnce = true }));
        var refused = Assert.IsType<CompileResult.Refused>(await compiling.CompileAsync("When an email arives from ana@x.example, star it and frobnicate it", new() { AtOnce = true }));

        Assert.Null(compiled.Warning);
        Assert.NotEmpty(refused.Repair!.Suggestions);
        Assert.Empty(compiling.Questions);
    }

    [Fact]
    public void WithoutAModel_AllIsAsTheBuiltInReaderSays() =>
        Assert.Equal(("builtin", null), (Compiling.Compiled(Open).Compiler, Compiling.Compiled(Open).Warning));

    [Fact]
    public async Task PromptThatOnlyTheModelCouldRead_HasSuggestionsWhileItIsAway()
    {
        const string Prompt = "When an email arives from ana@x.example, star it and frobnicate it";
        await using var compiling = new ScriptedCompiling(Away);

        var unavailable = Assert.IsType<CompileResult.Unavailable>(await compiling.CompileAsync(Prompt));
        var atOnce = Assert.IsType<CompileResult.Refused>(await compiling.CompileAsync(Prompt, new() { AtOnce = true }));

        Assert.Equal("It is away.", unavailable.Sentence);
        Assert.NotEmpty(unavailable.Repair!.Suggestions);
        Assert.Equivalent(atOnce.Repair, unavailable.Repair, strict: true);
    }
}
