using Cortex.Programs;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

public class PreparedConditionTests
{
    private static readonly Comparison Angry = Is("body", Operator.Semantic, "is angry");
    private static readonly Comparison Urgent = Is("body", Operator.Semantic, "is urgent");
    private static readonly Comparison Invoice = Is("subject", Operator.Contains, "invoice");
    private static readonly Comparison Receipt = Is("subject", Operator.Contains, "receipt");

    [Fact]
    public void ASemanticCondition_ThatNobodyJudged_IsUnknown_AndSoIsItsContrary()
    {
        Assert.Equal(Truth.Unknown, TruthOf(Angry));
        Assert.Equal(Truth.Unknown, TruthOf(new NotOf(Angry)));
    }

    [Fact]
    public void TheModel_IsAskedOnly_WhenTheOthersLeaveItOpen()
    {
        Assert.Equal((Truth.False, 0), Open(new AllOf([Angry, Receipt])));
        Assert.Equal((Truth.True, 0), Open(new AnyOf([Angry, Invoice])));
        Assert.Equal((Truth.Unknown, 1), Open(new AllOf([Angry, Invoice])));
        Assert.Equal((Truth.Unknown, 2), Open(new AllOf([Angry, new AnyOf([Receipt, new NotOf(Urgent)]), Angry])));
        Assert.Equal((Truth.Unknown, 1), Open(new AllOf([Angry, new AnyOf([Invoice, Urgent])])));
    }

    [Fact]
    public void AJudgement_Decides_AndItsReasonIsWhatWasSeen()
    {
        var judged = new Dictionary<Comparison, SemanticVerdict> { [Angry] = new(Holds: false, "It says thank you.") };

        var verdict = PreparedCondition.Of(new AllOf([Invoice, Angry])).Evaluate(new Facts(Fields, Judged: judged));

        Assert.Equal((Truth.False, "It says thank you."), (verdict.Truth, verdict.Saw));
    }

    [Fact]
    public void AnEdge_HoldsOnlyOfTheChange_ThatMadeItTrue()
    {
        var edge = Invoice with { Edge = true };
        var other = Parse("""{"subject":"Hello"}""");

        Assert.Equal(Truth.True, PreparedCondition.Of(edge).TruthOf(new Facts(Fields, other)));
        Assert.Equal(Truth.False, PreparedCondition.Of(edge).TruthOf(new Facts(Fields, Fields)));
        Assert.Equal(Truth.False, PreparedCondition.Of(edge).TruthOf(new Facts(other, Fields)));
    }

    [Fact]
    public void AnEdge_WithoutAStateBefore_FailsAndSaysSo()
    {
        var verdict = PreparedCondition.Of(Invoice with { Edge = true }).Evaluate(new Facts(Fields));

        Assert.Equal(Truth.False, verdict.Truth);
        Assert.Contains("the state before this change is not known", verdict.Saw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steps[0].output.label", """{"label":"Urgent"}""", true)]
    [InlineData("steps[0].output.label", """{"label":"calm"}""", false)]
    [InlineData("steps[0].output.label", "{}", false)]
    [InlineData("steps[0].output.label", "not json", false)]
    [InlineData("steps[0].output.label", "[]", false)]
    [InlineData("steps[7].output.label", """{"label":"urgent"}""", false)]
    [InlineData("steps[0].output.data.label", """{"data":{"label":"URGENT"}}""", true)]
    public void ACondition_ThatNamesAStep_LooksAtItsOutput(string field, string output, bool holds)
    {
        var prepared = PreparedCondition.Of(Is(field, Operator.Equals, "urgent"));

        Assert.Equal(holds, prepared.TruthOf(new Facts(Fields, StepOutputs: [output])) == Truth.True);
        Assert.Equal(Truth.Unknown, prepared.TruthOf(new Facts(Fields)));
    }

    [Fact]
    public void ACondition_ThatNamesAStepsNumber_ComparesNumbers() =>
        Assert.Equal(
            Truth.True,
            PreparedCondition.Of(new Comparison("steps[0].output.amount", Operator.GreaterThan, Literal.Of(9m))).TruthOf(new Facts(Fields, StepOutputs: ["""{"amount":"10"}"""])));

    [Fact]
    public void AReport_SaysOfEachCondition_WhatItSaw()
    {
        var condition = new AllOf([Is("from", Operator.Equals, "test@test.com"), new NotOf(Invoice), new AnyOf([Receipt, Angry])]);

        var report = PreparedCondition.Of(condition).Report(new Facts(Fields));

        Assert.Equal("fails", report.Verdict);
        Assert.Equal(["fails", "fails", "unknown"], report.Parts.Select(part => part.Verdict));
        Assert.Equal("sender was ana@shop.example, wanted test@test.com", report.Parts[0].Explanation);
        Assert.Equal("subject does not contain \"invoice\"", report.Parts[1].Condition);
        Assert.Equal(SemanticTest.NotJudged, report.Parts[2].Parts[1].Explanation);
    }

    [Fact]
    public void TheSoleFailure_IsTheOneConditionThatStoodInTheWay()
    {
        Assert.NotNull(PreparedCondition.Of(new AllOf([Invoice, Receipt])).SoleFailing(new Facts(Fields)));
        Assert.Null(PreparedCondition.Of(new AllOf([Is("from", Operator.Equals, "x@y.example"), Receipt])).SoleFailing(new Facts(Fields)));
        Assert.Null(PreparedCondition.Of(new AllOf([Invoice])).SoleFailing(new Facts(Fields)));
    }

    private static Truth TruthOf(Condition condition) => PreparedCondition.Of(condition).TruthOf(new Facts(Fields));

    private static (Truth Truth, int Undecided) Open(Condition condition) =>
        (TruthOf(condition), PreparedCondition.Of(condition).Undecided(new Facts(Fields)).Count);
}
