using Cortex.Programs;
using static Cortex.Core.Tests.Compilation.Validating;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Compilation.Validation;

public class ConditionRulesTests
{
    [Theory]
    [InlineData("an important email about invoices", "labels", Operator.Contains, "IMPORTANT")]
    [InlineData("a pdf is attached", "attachments", Operator.EndsWith, ".pdf")]
    [InlineData("from acme.example", "from", Operator.EndsWith, "@acme.example")]
    [InlineData("after March 3rd 2026", "date", Operator.GreaterThan, "2026-03-03")]
    [InlineData("a customer who sounds angry", "item", Operator.Semantic, "an angry customer")]
    [InlineData("a customer who sounds angry", "content", Operator.Semantic, "an angry customer")]
    [InlineData("a customer whose subject sounds angry", "subject", Operator.Semantic, "angry")]
    public void WhatWasSaidInOtherWords_IsSound(string prompt, string field, Operator op, string value) => Sound(Program(Is(field, op, value)), prompt);

    [Theory]
    [InlineData("an email", "labels", Operator.Contains, "IMPORTANT")]
    [InlineData("after March 3rd", "date", Operator.GreaterThan, "2026-03-03")]
    [InlineData("a customer", "item", Operator.Semantic, "{{ subject }} is about a customer")]
    [InlineData("a customer", "item", Operator.Semantic, " ")]
    [InlineData("a customer", "item", Operator.Equals, "customer")]
    [InlineData("a customer", "date", Operator.Semantic, "customer")]
    [InlineData("a customer", "from", Operator.Semantic, "customer")]
    [InlineData("pay evil@x.example", "item", Operator.Semantic, "somebody is asked to pay bo@x.example")]
    [InlineData("next week", "date", Operator.GreaterThan, "next week")]
    [InlineData("12", "date", Operator.GreaterThan, "12")]
    [InlineData("subject a", "changed", Operator.Contains, "subject")]
    public void WhatWasNotSaid_OrDoesNotFit_IsAFault(string prompt, string field, Operator op, string value) =>
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(Is(field, op, value)), prompt));

    [Fact]
    public void AConditionInWords_IsShort()
    {
        Sound(Program(Is("item", Operator.Semantic, "angry " + new string('x', 294))), "angry");
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(Is("item", Operator.Semantic, "angry " + new string('x', 295))), "angry"));
    }

    [Theory]
    [InlineData("its location changes", "google-calendar/event.updated", "location")]
    [InlineData("an event is rescheduled", "google-calendar/event.updated", "start")]
    [InlineData("the stage of a deal changes", "salesforce/opportunity.updated", "StageName")]
    [InlineData("the owner changes", "salesforce/case.updated", "OwnerId")]
    public void AChangedField_IsNamedByItsLabel(string prompt, string trigger, string field)
    {
        Sound(On(trigger, Is("changed", Operator.Contains, field)), prompt);
        Assert.Equal(RefusalCode.NeedsClarification, Fault(On(trigger, Is("changed", Operator.Contains, field)), "something else changes"));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(On(trigger, Is("changed", Operator.Contains, "colour")), prompt + " colour"));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(On(trigger.Replace("updated", "created", StringComparison.Ordinal), Is("changed", Operator.Contains, field)), prompt));
    }

    [Fact]
    public void AnEdge_IsOnlyOfAChange()
    {
        var won = Is("StageName", Operator.Equals, "Closed Won") with { Edge = true };

        Sound(On("salesforce/opportunity.updated", won), "when a deal is won");
        Assert.Equal(RefusalCode.NeedsClarification, Fault(On("salesforce/opportunity.created", won), "when a deal is won"));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(On("salesforce/opportunity.updated", null, new Step("none", "{}", won)), "when a deal is won"));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(On("salesforce/opportunity.updated", Is("Name", Operator.Semantic, "won") with { Edge = true }), "when a deal is won"));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(On("salesforce/opportunity.updated", Is("changed", Operator.Contains, "Amount") with { Edge = true }), "amount"));
    }

    [Theory]
    [InlineData("above 10k", 10_000, null)]
    [InlineData("above ten thousand", 10_000, null)]
    [InlineData("above $10,000.00", 10_000, null)]
    [InlineData("above 10", 10_000, RefusalCode.NeedsClarification)]
    public void ANumber_IsSaidAsPeopleWriteIt(string prompt, int amount, string? fault) =>
        Assert.Equal(fault, Fault(On("salesforce/opportunity.created", new Comparison("Amount", Operator.GreaterThan, Literal.Of((decimal)amount))), prompt));

    [Theory]
    [InlineData("google-calendar/event.starting", "15 minutes before", 15, null)]
    [InlineData("google-calendar/event.starting", "half an hour before", 30, null)]
    [InlineData("google-calendar/event.starting", "a day before", 1_440, null)]
    [InlineData("google-calendar/event.starting", "when it starts", 0, null)]
    [InlineData("google-calendar/event.starting", "15 minutes before", 10, RefusalCode.NeedsClarification)]
    [InlineData("google-calendar/event.starting", "40321 minutes before", 40_321, RefusalCode.NeedsClarification)]
    [InlineData("google-calendar/event.ended", "15 minutes before", 15, RefusalCode.UnsupportedTrigger)]
    public void ALeadTime_IsSaid_AndOfWhatCanBeAnnounced(string trigger, string prompt, int minutes, string? fault)
    {
        var program = On(trigger);

        Assert.Equal(fault, Fault(program with { Trigger = program.Trigger with { MinutesBefore = minutes } }, prompt));
    }

    [Theory]
    [InlineData("steps[0].output.label", Operator.Equals, "sales", null)]
    [InlineData("steps[0].output.label", Operator.Equals, "money", RefusalCode.NeedsClarification)]
    [InlineData("steps[0].output.reason", Operator.Contains, "support", null)]
    [InlineData("steps[0].output.colour", Operator.Equals, "sales", RefusalCode.NeedsClarification)]
    [InlineData("steps[1].output.label", Operator.Equals, "sales", RefusalCode.NeedsClarification)]
    [InlineData("steps[0].output", Operator.Equals, "sales", RefusalCode.NeedsClarification)]
    [InlineData("steps[0].output.label", Operator.GreaterThan, "sales", RefusalCode.NeedsClarification)]
    [InlineData("steps[0].output.label", Operator.Matches, "(", RefusalCode.NeedsClarification)]
    public void AStep_MayDependOnWhatAnEarlierOneLeft(string field, Operator op, string value, string? fault)
    {
        var classify = new Step("ai.classify", """{"labels":["sales","support"],"text":"{{ body }}"}""");

        Assert.Equal(fault, Fault(On("gmail/email.received", null, classify, new Step("gmail.archive", "{}", Is(field, op, value))), "tell sales from support ( and archive"));
    }

    [Fact]
    public void ATrigger_CannotDependOnASteps() =>
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(Is("steps[0].output.label", Operator.Equals, "a")), "a"));

    [Fact]
    public void AFault_PointsAtWhatItIsAbout()
    {
        const string Prompt = "when an email from nobody at all arrives";
        var fault = Assert.Single(Faults(Program(Is("from", Operator.Equals, "nobody at all")), Prompt));

        Assert.Equal("nobody at all", Prompt.Substring(fault.At!.Value.Start, fault.At.Value.Length));
    }

    [Fact]
    public void AllFaults_AreFound_AndNoMoreThanCanBeTold()
    {
        var faults = Faults(
            On("gmail/email.received", new AllOf([Is("colour", Operator.Equals, "red"), Is("subject", Operator.Equals, "blue")]), new Step("gmail.reply", """{"body":"green"}"""), new Step("gmail.paint", "{}")),
            "when an email arrives");
        Assert.Equal(4, faults.Count);
        Assert.Equal(faults, faults.DistinctBy(fault => fault.Sentence));

        Assert.Equal(10, Faults(Program(new AnyOf([.. Enumerable.Range(0, 50).Select(number => Is("subject", Operator.Equals, $"w{number}"))])), "when").Count);
    }
}
