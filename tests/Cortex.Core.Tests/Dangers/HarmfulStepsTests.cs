using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Core.Tests.Compilation;
using Cortex.Dangers;
using Cortex.Programs;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Dangers;

public class HarmfulStepsTests(ITestOutputHelper output)
{
    private const string Others = """{"to":"me, ops@example.com","subject":"a","body":"b"}""";

    private static readonly Condition Named = Is("from", Operator.Equals, "ana@shop.example");

    [Theory]
    [InlineData("gmail.trash", "{}", true)]
    [InlineData("gmail.mark_spam", "{}", true)]
    [InlineData("gmail.reply", """{"body":"Thank you"}""", true)]
    [InlineData("gmail.forward", """{"to":"ops@example.com"}""", true)]
    [InlineData("gmail.forward", """{"to":"me"}""", false)]
    [InlineData("gmail.send_email", Others, true)]
    [InlineData("gmail.send_email", """{"to":"{{ from }}","subject":"a","body":"b"}""", true)]
    [InlineData("gmail.send_email", """{"to":"me","cc":"ops@example.com","subject":"a","body":"b"}""", true)]
    [InlineData("gmail.send_email", """{"to":"me","subject":"a","body":"b"}""", false)]
    [InlineData("salesforce.update_record", """{"object":"Lead","id":"1","fields":{"Rating":"Hot"}}""", true)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":{"LastName":"a"}}""", false)]
    [InlineData("calendar.create_event", """{"summary":"a","start":"tomorrow"}""", false)]
    [InlineData("calendar.create_event", """{"summary":"a","start":"tomorrow","attendees":"ops@example.com"}""", true)]
    [InlineData("gmail.archive", "{}", false)]
    [InlineData("gmail.mark_read", "{}", false)]
    [InlineData("gmail.add_label", """{"label":"a"}""", false)]
    [InlineData("gmail.star", "{}", false)]
    [InlineData("gmail.create_draft", """{"to":"ops@example.com","body":"a"}""", false)]
    [InlineData("gmail.find", """{"query":"a"}""", false)]
    [InlineData("ai.summarize", """{"text":"a"}""", false)]
    [InlineData("notify.user", """{"text":"a"}""", false)]
    [InlineData("none", "{}", false)]
    public void OfEveryEmail_OnlyWhatDestroysTellsOrChanges_IsHarmful(string tool, string input, bool isHarmful)
    {
        Assert.Equal(isHarmful ? [tool] : [], Tools(Validating.Program(tool: tool, input: input)));
        Assert.Empty(Tools(Validating.Program(Named, tool, input)));
        Assert.Equal(isHarmful ? [tool] : [], Tools(Validating.Program(new NotOf(Named), tool, input)));
    }

    [Theory]
    [InlineData("google-calendar/event.created", "calendar.delete_event")]
    [InlineData("google-calendar/event.starting", "calendar.update_event")]
    [InlineData("salesforce/lead.updated", "salesforce.update_record")]
    public void OfEveryRecord_ToChangeOrDeleteIt_IsHarmful(string trigger, string tool) =>
        Assert.Equal([tool], Tools(Validating.On(trigger, null, new Step(tool, "{}"))));

    [Fact]
    public void StepsOwnCondition_KeepsItToTheItemsThatAreMeant()
    {
        var program = Validating.On(
            "gmail/email.received", null, new Step("gmail.trash", "{}", Named), new Step("gmail.mark_spam", "{}", new NotOf(Named)), new Step("gmail.reply", """{"body":"a"}"""));

        Assert.Equal(["gmail.mark_spam", "gmail.reply"], Tools(program));
    }

    [Fact]
    public void WhatTheUserPicksOutByHand_NeedsNoCondition()
    {
        var forward = new Step("gmail.forward", """{"to":"ops@example.com"}""");

        Assert.Empty(Tools(Validating.On("gmail/email.starred", null, forward)));
        Assert.Equal(["gmail.forward"], Tools(Validating.On("gmail/email.sent", null, forward)));
    }

    [Theory]
    [InlineData("when: an email arrives then: reply \"I am away\"", true)]
    [InlineData("when: email from ana@shop.example then: reply \"I am away\"", false)]
    [InlineData("When I get an email, move it to the trash", true)]
    [InlineData("When an email that is not from ana@shop.example arrives, move it to the trash", true)]
    [InlineData("When an email without an attachment arrives, mark it as spam", true)]
    [InlineData("When an email with an attachment arrives, forward it to ops@example.com", false)]
    [InlineData("When an unread email arrives, forward it to ops@example.com", true)]
    [InlineData("When a lead is created, send an email to me saying \"Look\"", false)]
    [InlineData("When a lead is created, set its status to \"Working\"", true)]
    [InlineData("When a lead from the country \"Portugal\" is created, set its status to \"Working\"", false)]
    [InlineData("When I star an email, forward it to ops@example.com", false)]
    public void Prompt_CompilesToWhatIsAskedAbout_OrNot(string prompt, bool isHarmful) =>
        Assert.Equal(isHarmful, HarmfulSteps.In(Compiling.Compiled(prompt).Program, CortexCatalog.Known).Count > 0);

    /// <summary>Whoever adds a tool says whether it could hurt.</summary>
    [Fact]
    public void EveryTool_SaysItsHarm_OrIsKnownToDoNone()
    {
        string[] harmless =
        [
            "none", "notify.user", "wait", "ai.summarize", "ai.draft", "ai.extract", "ai.classify", "gmail.create_draft", "gmail.add_label", "gmail.remove_label", "gmail.archive", "gmail.mark_read",
            "gmail.star", "gmail.find", "calendar.find_events", "salesforce.create_record", "salesforce.find_record",
        ];

        Assert.Equal(
            harmless.Order(StringComparer.Ordinal), CortexCatalog.Known.Tools.Where(tool => tool.Harm is null).Select(tool => tool.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatItemsAreSaidToHave_IsInTheCatalog()
    {
        var kinds = CortexCatalog.Known.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct().ToList();

        Assert.All(kinds, kind => Assert.All(kind.Usual, usual => Assert.NotNull(kind.Find(usual.Field))));
        Assert.All(kinds, kind => Assert.Contains(kind.AlwaysThere, name => kind.Find(name) is not null));
        Assert.All(kinds.SelectMany(kind => kind.AlwaysThere), name => Assert.NotNull(CortexCatalog.Known.FindField(name)));
    }

    /// <summary>Asking too often teaches people to agree unread.</summary>
    [Fact]
    public void LabelledPrompts_AreSeldomAskedAbout()
    {
        var compiled = OwnSet.Labels.Select(label => (label.Prompt, Result: Compiling.Compile(label.Prompt) as CompileResult.Compiled)).Where(one => one.Result is not null).ToList();
        var asked = compiled.Where(one => HarmfulSteps.In(one.Result!.Program, CortexCatalog.Known).Count > 0).Select(one => one.Prompt).ToList();
        output.WriteLine($"{asked.Count} of {compiled.Count}\n{string.Join('\n', asked)}");

        Assert.InRange(asked.Count, 1, compiled.Count / 10);
    }

    private static IEnumerable<string> Tools(CortexProgram program) => HarmfulSteps.In(program, CortexCatalog.Known).Select(step => step.Tool);
}
