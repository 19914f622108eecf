using Cortex.Programs;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

public class ConditionEvaluatorTests
{
    [Theory]
    [InlineData("subject", Operator.Equals, "invoice 2231 is due")]
    [InlineData("subject", Operator.Contains, "INVOICE")]
    [InlineData("subject", Operator.StartsWith, "invoice ")]
    [InlineData("subject", Operator.EndsWith, "due")]
    [InlineData("subject", Operator.Matches, @"invoice \d{4}\b")]
    [InlineData("body", Operator.Contains, "please")]
    [InlineData("from", Operator.Equals, "ANA@shop.example")]
    [InlineData("from", Operator.Equals, "Ana <ana@shop.example>")]
    [InlineData("from", Operator.EndsWith, "@SHOP.example")]
    [InlineData("from", Operator.StartsWith, "ana@")]
    [InlineData("from", Operator.Contains, "shop")]
    [InlineData("from", Operator.Contains, "lópes")]
    [InlineData("from", Operator.Contains, "lo\u0301pes")]
    [InlineData("to", Operator.Equals, "bo@x.example")]
    [InlineData("to", Operator.EndsWith, "@home.example")]
    [InlineData("to", Operator.Contains, "Bo")]
    [InlineData("labels", Operator.Contains, "work/bills")]
    [InlineData("labels", Operator.Equals, "inbox")]
    [InlineData("labels", Operator.StartsWith, "work")]
    [InlineData("attachments", Operator.EndsWith, ".PDF")]
    [InlineData("attachments", Operator.Contains, "übersicht")]
    [InlineData("date", Operator.GreaterThan, "2026-01-31")]
    [InlineData("date", Operator.LessThan, "2026-01-31T10:00:00+01:00")]
    [InlineData("date", Operator.Equals, "2026-01-31T09:30:00+01:00")]
    public void AComparison_ThatIsTrue_Holds(string field, Operator op, string value)
    {
        Assert.True(Evaluate(Is(field, op, value), Fields).Holds);
        Assert.False(Evaluate(new NotOf(Is(field, op, value)), Fields).Holds);
    }

    [Theory]
    [InlineData("subject", Operator.Equals, "invoice")]
    [InlineData("subject", Operator.Contains, "receipt")]
    [InlineData("subject", Operator.StartsWith, "due")]
    [InlineData("subject", Operator.EndsWith, "invoice")]
    [InlineData("subject", Operator.Matches, "^due")]
    [InlineData("from", Operator.Equals, "ana@shop.example.org")]
    [InlineData("from", Operator.Equals, "Ana Lópes")]
    [InlineData("from", Operator.StartsWith, "Ana L")]
    [InlineData("from", Operator.EndsWith, "pes")]
    [InlineData("to", Operator.Equals, "ana@shop.example")]
    [InlineData("cc", Operator.Contains, "a")]
    [InlineData("labels", Operator.Contains, "work")]
    [InlineData("date", Operator.GreaterThan, "2026-02-01")]
    [InlineData("date", Operator.GreaterThan, "2026-01-31T08:30:00Z")]
    [InlineData("date", Operator.LessThan, "2026-01-31T08:30:00Z")]
    [InlineData("date", Operator.LessThan, "whenever")]
    [InlineData("subject", Operator.GreaterThan, "a")]
    [InlineData("colour", Operator.Equals, "red")]
    public void AComparison_ThatIsFalse_DoesNotHold(string field, Operator op, string value)
    {
        Assert.False(Evaluate(Is(field, op, value), Fields).Holds);
        Assert.True(Evaluate(new NotOf(Is(field, op, value)), Fields).Holds);
    }

    [Theory]
    [InlineData(Operator.LessThan, true, false, false)]
    [InlineData(Operator.Equals, false, true, false)]
    [InlineData(Operator.GreaterThan, false, false, true)]
    public void ANumber_IsComparedStrictly(Operator op, bool less, bool equal, bool greater)
    {
        var condition = new Comparison("Amount", op, Literal.Of(500m));

        Assert.Equal([less, equal, greater], new[] { "499.99", "500.00", "500.01" }.Select(amount => Evaluate(condition, Parse($$"""{"Amount":{{amount}}}""")).Holds));
    }

    [Theory]
    [InlineData("subject", true)]
    [InlineData("labels", true)]
    [InlineData("cc", false)]
    [InlineData("colour", false)]
    public void Exists_MeansThereAndNotEmpty(string field, bool there)
    {
        Assert.Equal(there, Evaluate(new Comparison(field, Operator.Exists, Literal.Of(true)), Fields).Holds);
        Assert.Equal(!there, Evaluate(new Comparison(field, Operator.Exists, Literal.Of(false)), Fields).Holds);
    }

    [Fact]
    public void AFlag_ThatIsMissing_IsNo()
    {
        var with = new Comparison("hasAttachment", Operator.Equals, Literal.Of(true));

        Assert.True(Evaluate(with, Fields).Holds);
        Assert.False(Evaluate(with, Parse("{}")).Holds);
    }

    [Fact]
    public void Trees_FollowLogic()
    {
        var (yes, no) = (Is("subject", Operator.Contains, "invoice"), Is("subject", Operator.Contains, "receipt"));

        Assert.True(Evaluate(Condition.Always, Fields).Holds);
        Assert.True(Evaluate(new AllOf([yes, new AnyOf([no, yes]), new NotOf(no)]), Fields).Holds);
        Assert.False(Evaluate(new AllOf([yes, no]), Fields).Holds);
        Assert.False(Evaluate(new AnyOf([no, no]), Fields).Holds);
        Assert.False(Evaluate(new NotOf(new AllOf([yes, yes])), Fields).Holds);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"from":null,"to":null,"subject":null,"date":null,"hasAttachment":null,"labels":null}""")]
    [InlineData("""{"from":5,"to":{"a":1},"subject":["x",{}],"date":true,"hasAttachment":"yes","labels":"x"}""")]
    [InlineData("""{"from":"\ud800","fromName":7,"to":["\udc00",[1]],"subject":"\ud800\ud800","date":"\ud800","labels":["\ud800"]}""")]
    public void AnyItem_HasAVerdict(string json)
    {
        foreach (var field in new[] { "from", "to", "subject", "date", "hasAttachment", "labels", "colour" })
        {
            foreach (var op in Enum.GetValues<Operator>().Where(op => op != Operator.Semantic))
            {
                var verdict = Evaluate(Is(field, op, "2026-01-01"), Parse(json));

                Assert.Equal(verdict.Holds, verdict.Condition is null);
            }
        }
    }

    [Fact]
    public void AVerdict_NamesTheFirstConditionThatFailed_AndWhatItSaw()
    {
        var condition = new AllOf([Is("subject", Operator.Contains, "invoice"), Is("from", Operator.Equals, "test@test.com"), Is("subject", Operator.Contains, "x")]);

        Assert.Equal(new Verdict(Truth.False, "sender is test@test.com", "ana@shop.example"), Evaluate(condition, Fields));
    }

    [Fact]
    public void AVerdict_OnANameOfTheSender_ShowsTheNameToo() =>
        Assert.Equal(
            new Verdict(Truth.False, "sender contains \"Bo\"", "Ana Lópes <ana@shop.example>"),
            Evaluate(Is("from", Operator.Contains, "Bo"), Fields));

    [Fact]
    public void AVerdict_OnAMissingField_SawNothing() =>
        Assert.Equal(new Verdict(Truth.False, "subject contains \"a\"", Saw: null), Evaluate(Is("subject", Operator.Contains, "a"), Parse("{}")));

    [Fact]
    public void AVerdict_CutsWhatItSaw_BetweenCharacters()
    {
        var subject = new string('x', 198) + "🙂🙂";

        var saw = Evaluate(Is("subject", Operator.Equals, "a"), Parse($$"""{"subject":"{{subject}}"}""")).Saw;

        Assert.Equal(new string('x', 198) + "…", saw);
    }

    [Fact]
    public void AVerdict_OnAChoice_NamesAllOfIt() =>
        Assert.Equal(
            new Verdict(Truth.False, "sender is a@x.example or sender is b@x.example", "ana@shop.example"),
            Evaluate(new AnyOf([Is("from", Operator.Equals, "a@x.example"), Is("from", Operator.Equals, "b@x.example")]), Fields));

    [Fact]
    public void AVerdict_OnANegation_SaysItNegated() =>
        Assert.Equal(
            new Verdict(Truth.False, "subject does not contain \"invoice\"", "  Invoice 2231 is DUE "),
            Evaluate(new NotOf(Is("subject", Operator.Contains, "invoice")), Fields));

    [Fact]
    public void APattern_ThatWouldBacktrackForEver_IsLinear()
    {
        var item = Parse($$"""{"subject":"{{new string('a', 100_000)}}!"}""");

        Assert.False(Evaluate(Is("subject", Operator.Matches, "^(a+)+$"), item).Holds);
    }
}
