using Cortex.Catalog;
using Cortex.Core.Tests.Compilation;
using Cortex.Dangers;
using Cortex.Programs;
using Cortex.Programs.Templates;
using Cortex.Rehearsals;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Dangers;

public class DangerWordsTests
{
    private static readonly DangerWords Words = new(CortexCatalog.Known, new TemplateParser());

    private static readonly Step Trash = new("gmail.trash", "{}");
    private static readonly Step Reply = new("gmail.reply", """{"body":"Thank you"}""");
    private static readonly Step Forward = new("gmail.forward", """{"to":"ops@example.com, me"}""");

    [Theory]
    [InlineData(412, 412, "It would have moved 412 of the last 412 emails to the trash.")]
    [InlineData(3, 412, "It would have moved 3 of the last 412 emails to the trash.")]
    [InlineData(0, 412, "It would have moved none of the last 412 emails to the trash.")]
    [InlineData(1, 1, "It would have moved the only email of the last 30 days to the trash.")]
    [InlineData(0, 1, "It would have moved none of the emails of the last 30 days to the trash.")]
    [InlineData(0, 0, "It could move any email to the trash. No emails have arrived yet to try it on.")]
    public void Figures_AreSaidInASentence(int matched, int of, string sentence) => Assert.Equal(sentence, Of(Program(Trash), matched, of));

    [Fact]
    public void EveryHarm_HasASentence()
    {
        Assert.Equal("It would have replied to 4 of the last 9 emails.", Of(Program(Reply), 4, 9));
        Assert.Equal("It would have forwarded 4 of the last 9 emails to ops@example.com.", Of(Program(Forward), 4, 9));
        Assert.Equal("It would have sent an email to the email's sender for 4 of the last 9 emails.", Of(Program(new Step("gmail.send_email", """{"to":"{{ from }}","subject":"a","body":"b"}""")), 4, 9));
        Assert.Equal("It would have deleted 4 of the last 9 calendar events.", Of(Validating.On("google-calendar/event.created", null, new Step("calendar.delete_event", "{}")), 4, 9));
        Assert.Equal(
            "It would have changed a Salesforce record for 4 of the last 9 opportunities.",
            Of(Validating.On("salesforce/opportunity.created", null, new Step("salesforce.update_record", """{"object":"Opportunity","fields":{"Type":"a"}}""")), 4, 9));
        Assert.All(CortexCatalog.Known.Tools.Where(tool => tool.Harm is not null), tool =>
            Assert.All([tool.Harm!.Do, tool.Harm.Done], words => Assert.Contains("{items}", words, StringComparison.Ordinal)));
    }

    [Fact]
    public void SeveralSteps_ShareASentence_UnlessTheirConditionsDiffer()
    {
        Assert.Equal("It would have replied to 4 of the last 9 emails, forwarded them to ops@example.com and moved them to the trash.", Of(Program(Reply, Forward, Trash), 4, 9));
        Assert.Equal("It could reply to any email and move it to the trash. No emails have arrived yet to try it on.", Of(Program(Reply, Trash), 0, 0));

        var program = Program(Reply, Trash with { If = new NotOf(Is("from", Operator.Equals, "ana@shop.example")) });
        var tally = new PastTally(2);
        tally.Add(Truth.True, [Truth.True, Truth.True]);
        tally.Add(Truth.True, [Truth.True, Truth.False]);
        Assert.Equal("It would have replied to 2 of the last 2 emails. It would have moved 1 of the last 2 emails to the trash.", Words.Of(program, program.Steps, tally, 30));
        Assert.Equal(2, tally.Touched);
    }

    [Fact]
    public void WhatOnlyARunCouldTell_IsSaidToHaveBeenTakenToHold()
    {
        var tally = new PastTally(1);
        tally.Add(Truth.Unknown, [Truth.True]);
        tally.Add(Truth.True, [Truth.True]);
        tally.Add(Truth.False, [Truth.True]);

        Assert.Equal(
            "It would have moved up to 2 of the last 3 emails to the trash. Conditions that are only judged when it runs were taken to hold.",
            Words.Of(Program(Trash), [Trash], tally, 30));
        Assert.Equal((3, 1, 1, 2), (tally.Of, tally.Matched, tally.Undecided, tally.Touched));
    }

    private static CortexProgram Program(params Step[] steps) => Validating.On("gmail/email.received", null, steps);

    private static string Of(CortexProgram program, int matched, int of)
    {
        var tally = new PastTally(program.Steps.Count);
        for (var item = 0; item < of; item++)
        {
            tally.Add(item < matched ? Truth.True : Truth.False, [.. program.Steps.Select(_ => Truth.True)]);
        }

        return Words.Of(program, program.Steps, tally, 30);
    }
}
