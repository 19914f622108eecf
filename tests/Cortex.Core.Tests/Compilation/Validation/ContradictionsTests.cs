using Cortex.Programs;
using static Cortex.Core.Tests.Compilation.Validating;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Compilation.Validation;

public class ContradictionsTests
{
    private const string Prompt = "a ab b, ana@x.example, bo@y.example, x.example, y.example, 5, 10, label Bills, INBOX, important, 2026-01-01, Hello, 3 days, Won, Lost, Call, tomorrow";

    private static readonly Comparison SubjectIsA = Is("subject", Operator.Equals, "a");

    [Theory]
    [InlineData("subject", Operator.Equals, "a", Operator.Equals, "b")]
    [InlineData("from", Operator.Equals, "ana@x.example", Operator.Equals, "bo@y.example")]
    [InlineData("from", Operator.EndsWith, "@x.example", Operator.EndsWith, "@y.example")]
    [InlineData("from", Operator.Equals, "ana@x.example", Operator.EndsWith, "@y.example")]
    [InlineData("subject", Operator.StartsWith, "a", Operator.StartsWith, "b")]
    [InlineData("subject", Operator.Equals, "a", Operator.Contains, "b")]
    public void TwoConditions_ThatExcludeEachOther_AreOne(string field, Operator op, string value, Operator otherOp, string other)
    {
        Condition[] parts = [Is(field, op, value), Is(field, otherOp, other)];

        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf(parts)), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf([.. parts.Reverse()])), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf([parts[0], new AllOf([parts[1]])])), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(parts[0], stepIf: parts[1]), Prompt));
        Assert.Null(Fault(Program(new AnyOf(parts)), Prompt));
    }

    [Theory]
    [InlineData("subject", Operator.StartsWith, "a", Operator.StartsWith, "ab")]
    [InlineData("subject", Operator.Contains, "a", Operator.Contains, "b")]
    [InlineData("from", Operator.EndsWith, "@x.example", Operator.Equals, "ana@x.example")]
    [InlineData("to", Operator.Equals, "ana@x.example", Operator.Equals, "bo@y.example")]
    public void TwoConditions_ThatCanBothHold_AreNone(string field, Operator op, string value, Operator otherOp, string other) =>
        Sound(Program(new AllOf([Is(field, op, value), Is(field, otherOp, other)])), Prompt);

    [Fact]
    public void AConditionAndItsContrary_AreOne()
    {
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf([SubjectIsA, new NotOf(SubjectIsA)])), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf([SubjectIsA, new NotOf(new AnyOf([SubjectIsA, Is("subject", Operator.Equals, "b")]))])), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf([SubjectIsA, new Comparison("subject", Operator.Exists, Literal.Of(false))])), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf([Is("labels", Operator.Contains, "Bills"), new Comparison("labels", Operator.Exists, Literal.Of(false))])), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(Program(new AllOf([Flag(true), Flag(false)])), Prompt));
        Sound(Program(new AllOf([SubjectIsA, new NotOf(Is("subject", Operator.Equals, "b"))])), Prompt);
    }

    [Fact]
    public void AnEmptyRange_IsOne()
    {
        Assert.Equal(RefusalCode.Contradictory, Fault(On("salesforce/opportunity.created", new AllOf([Amount(Operator.GreaterThan, 10), Amount(Operator.LessThan, 5)])), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(On("salesforce/opportunity.created", new AllOf([Amount(Operator.Equals, 5), Amount(Operator.GreaterThan, 10)])), Prompt));
        Sound(On("salesforce/opportunity.created", new AllOf([Amount(Operator.GreaterThan, 5), Amount(Operator.LessThan, 10)])), Prompt);
    }

    [Fact]
    public void WhatHasJustBecomeSo_IsComparedToo()
    {
        var won = Is("StageName", Operator.Equals, "Won") with { Edge = true };

        Assert.Equal(RefusalCode.Contradictory, Fault(On("salesforce/opportunity.updated", new AllOf([won, Is("StageName", Operator.Equals, "Lost")])), Prompt));
        Sound(On("salesforce/opportunity.updated", new AllOf([Is("StageName", Operator.Equals, "Won"), new NotOf(won)])), Prompt);
    }

    [Theory]
    [InlineData("gmail.archive", "{}", "gmail.add_label", """{"label":"INBOX"}""")]
    [InlineData("gmail.add_label", """{"label":"Bills"}""", "gmail.remove_label", """{"label":"bills"}""")]
    [InlineData("gmail.archive", "{}", "none", "{}")]
    public void Steps_ThatUndoEachOther_AreOne(string tool, string input, string other, string otherInput)
    {
        Assert.Equal(RefusalCode.Contradictory, Fault(On("gmail/email.received", null, new Step(tool, input), new Step(other, otherInput)), Prompt));
        Assert.Equal(RefusalCode.Contradictory, Fault(On("gmail/email.received", null, new Step(other, otherInput), new Step(tool, input)), Prompt));
    }

    [Fact]
    public void Steps_ThatGoTogether_AreNone()
    {
        var (archive, label, back) = (new Step("gmail.archive", "{}"), new Step("gmail.add_label", """{"label":"Bills"}"""), new Step("gmail.add_label", """{"label":"INBOX"}"""));

        Sound(On("gmail/email.received", null, archive, label), Prompt);
        Sound(On("gmail/email.received", null, new Step("gmail.trash", "{}"), label), Prompt);
        Sound(On("gmail/email.received", null, archive, new Step("wait", """{"duration":"3d"}"""), back), Prompt);
        Sound(On("gmail/email.received", null, archive with { If = SubjectIsA }, back with { If = Is("subject", Operator.Equals, "b") }), Prompt);
    }

    [Fact]
    public void AnEvent_ThatIsDeletedAndChanged_OrEndsTwice_IsOne()
    {
        var delete = new Step("calendar.delete_event", "{}");

        Assert.Equal(RefusalCode.Contradictory, Fault(On("google-calendar/event.created", null, delete, new Step("calendar.update_event", """{"summary":"Call"}""")), Prompt));
        Assert.Equal(
            RefusalCode.Contradictory,
            Fault(On("gmail/email.received", null, new Step("calendar.create_event", """{"summary":"Call","start":"tomorrow","end":"+3 days","duration":"3d"}""")), Prompt));
    }

    private static Comparison Flag(bool flag) => new("hasAttachment", Operator.Equals, Literal.Of(flag));

    private static Comparison Amount(Operator op, decimal number) => new("Amount", op, Literal.Of(number));
}
