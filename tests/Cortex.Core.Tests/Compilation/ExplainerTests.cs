using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Programs;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Compilation;

public class ExplainerTests
{
    private static readonly Comparison Ana = Is("from", Operator.Equals, "ana@x.example");
    private static readonly Comparison Invoice = Is("subject", Operator.Contains, "invoice");

    [Fact]
    public void ATree_IsSaidInFull()
    {
        Assert.Equal("When an email arrives, do nothing.", Explain(Condition.Always));
        Assert.Equal("When an email arrives from ana@x.example, do nothing.", Explain(new AllOf([Ana])));
        Assert.Equal(
            "When an email arrives (from ana@x.example or with \"invoice\" in the subject) and not from any address at x.example, do nothing.",
            Explain(new AllOf([new AnyOf([Ana, Invoice]), new NotOf(Is("from", Operator.EndsWith, "@x.example"))])));
        Assert.Equal(
            "When an email arrives not (from ana@x.example and with \"invoice\" in the subject), do nothing.",
            Explain(new NotOf(new AllOf([Ana, Invoice]))));
    }

    [Theory]
    [InlineData("subject", Operator.Equals, "a", "whose subject is \"a\"", "whose subject is not \"a\"")]
    [InlineData("subject", Operator.StartsWith, "a", "whose subject starts with \"a\"", "whose subject does not start with \"a\"")]
    [InlineData("subject", Operator.EndsWith, "a", "whose subject ends with \"a\"", "whose subject does not end with \"a\"")]
    [InlineData("subject", Operator.Matches, "a+", "whose subject matches the pattern \"a+\"", "whose subject does not match the pattern \"a+\"")]
    [InlineData("subject", Operator.Semantic, "angry", "whose subject fits \"angry\"", "whose subject does not fit \"angry\"")]
    [InlineData("labels", Operator.Contains, "Work", "whose labels include \"Work\"", "whose labels do not include \"Work\"")]
    [InlineData("attachments", Operator.EndsWith, ".pdf", "whose attachment names include one that ends with \".pdf\"", "whose attachment names include none that ends with \".pdf\"")]
    [InlineData("date", Operator.GreaterThan, "2026-01-01", "whose date is after 2026-01-01", "whose date is not after 2026-01-01")]
    [InlineData("date", Operator.LessThan, "2026-01-01", "whose date is before 2026-01-01", "whose date is not before 2026-01-01")]
    [InlineData("colour", Operator.Equals, "red", "whose colour is \"red\"", "whose colour is not \"red\"")]
    public void EveryComparison_HasItsWords(string field, Operator op, string value, string clause, string negated)
    {
        Assert.Equal($"When an email arrives {clause}, do nothing.", Explain(Is(field, op, value)));
        Assert.Equal($"When an email arrives {negated}, do nothing.", Explain(new NotOf(Is(field, op, value))));
    }

    [Fact]
    public void Presence_IsSaidAsSuch()
    {
        Assert.Equal("When an email arrives whose subject is absent, do nothing.", Explain(new Comparison("subject", Operator.Exists, Literal.Of(false))));
        Assert.Equal("When an email arrives without an attachment, do nothing.", Explain(new Comparison("hasAttachment", Operator.Equals, Literal.Of(false))));
        Assert.Equal("When an email arrives whose subject is \"a\", as of this change, do nothing.", Explain(Is("subject", Operator.Equals, "a") with { Edge = true }));
    }

    [Fact]
    public void Steps_AreSaidInOrder_WithTheirConditions() =>
        Assert.Equal(
            "When an email arrives from ana@x.example, if subject contains \"invoice\" label it Bills, then reply \"Thanks {{ fromName }}\".",
            Explain(Ana, new Step("gmail.add_label", """{"label":"Bills"}""", Invoice), new Step("gmail.reply", """{"body":"Thanks {{ fromName }}"}""")));

    [Fact]
    public void AProgramOfAnotherCatalog_IsStillExplained() =>
        Assert.Equal(
            "When in 10 minutes event.starting happens, use fax.send.",
            new Explainer(CortexCatalog.Known).Explain(new CortexProgram(1, new Trigger("google-calendar", "event.starting", Condition.Always, 10), [new Step("fax.send", "{}")])));

    private static string Explain(Condition where, params Step[] steps) =>
        new Explainer(CortexCatalog.Known).Explain(
            new CortexProgram(1, new Trigger("gmail", "email.received", where), steps is [] ? [new Step("none", "{}")] : steps));
}
