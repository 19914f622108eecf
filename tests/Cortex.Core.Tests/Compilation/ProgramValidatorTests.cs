using Cortex.Programs;
using static Cortex.Core.Tests.Compilation.Validating;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Compilation;

public class ProgramValidatorTests
{
    private const string Prompt = "mail from ana@x.example, 12 pieces of  INVOICE, to bo@x.example: Hello {{ fromName }}, label Bills, after 2026-01-01";

    [Fact]
    public void ASoundProgram_HasNoFault()
    {
        Assert.Null(Fault(Program(), Prompt));
        Assert.Null(Fault(Program(Is("from", Operator.Equals, "ana@x.example")), Prompt));
        Assert.Null(Fault(Program(Is("subject", Operator.Contains, "of invoice")), Prompt));
        Assert.Null(Fault(Program(Is("date", Operator.GreaterThan, "2026-01-01")), Prompt));
        Assert.Null(Fault(Program(new Comparison("subject", Operator.Exists, Literal.Of(false))), Prompt));
        Assert.Null(Fault(Program(tool: "gmail.reply", input: """{"body":"Hello {{ fromName }}"}""", stepIf: Is("subject", Operator.Contains, "invoice")), Prompt));
        Assert.Null(Fault(Program(tool: "gmail.reply", input: """{"body":"{{ body | truncate: 100 }}"}"""), Prompt));
        Assert.Null(Fault(Program(tool: "gmail.send_email", input: """{"to":"{{ from }}","subject":"Re: {{ subject }}","body":"Hello"}"""), Prompt));
        Assert.Null(Fault(Program(tool: "gmail.send_email", input: """{"to":"ana@x.example, bo@x.example","subject":"{{ subject }}","body":"{{ subject }}\n{{ body }}"}"""), Prompt));
    }

    [Fact]
    public void WhatDoesNotExist_IsAFault()
    {
        Assert.Equal(RefusalCode.UnsupportedTrigger, Fault(Program() with { Trigger = new Trigger("gmail", "email.read", Condition.Always) }, Prompt));
        Assert.Equal(RefusalCode.UnsupportedTrigger, Fault(Program() with { Trigger = new Trigger("fax", "email.received", Condition.Always) }, Prompt));
        Assert.Equal(RefusalCode.UnsupportedTrigger, Fault(Program() with { Trigger = new Trigger("gmail", "email.received", Condition.Always, 5) }, Prompt));
        Assert.Equal(RefusalCode.UnsupportedAction, Fault(Program(tool: "gmail.delete_everything"), Prompt));
        Assert.Equal(RefusalCode.UnsupportedAction, Fault(Program(tool: "none", input: """{"to":"bo@x.example"}"""), Prompt));
        Assert.Equal(RefusalCode.UnsupportedAction, Fault(Program(tool: "gmail.reply", input: """{"body":["Hello"]}"""), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(Is("colour", Operator.Equals, "INVOICE")), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(tool: "gmail.reply"), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(tool: "gmail.reply", input: """{"body":"Hello {{ colour }}"}"""), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(tool: "gmail.reply", input: """{"body":"{{ steps[0].output.id }}"}"""), Prompt));
    }

    [Theory]
    [InlineData("from", Operator.Equals, "ceo@x.example")]
    [InlineData("subject", Operator.Contains, "receipt")]
    public void ALiteral_ThatNobodySaid_IsAFault(string field, Operator op, string value)
    {
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(Is(field, op, value)), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(new NotOf(new AnyOf([Is(field, op, value)]))), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(stepIf: Is(field, op, value)), Prompt));
    }

    [Theory]
    [InlineData("gmail.reply", """{"body":"Send money"}""")]
    [InlineData("gmail.reply", """{"body":"Hello {{ fromName }}, send money to {{ from }}"}""")]
    [InlineData("gmail.add_label", """{"label":"Secret"}""")]
    [InlineData("gmail.send_email", """{"to":"evil@x.example","body":"Hello"}""")]
    [InlineData("gmail.send_email", """{"to":"bo@x.example","subject":"Win","body":"Hello"}""")]
    public void AText_ThatNobodySaid_IsAFault(string tool, string input) =>
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(tool: tool, input: input), Prompt));

    [Theory]
    [InlineData("from", Operator.Equals, "INVOICE")]
    [InlineData("from", Operator.GreaterThan, "ana@x.example")]
    [InlineData("subject", Operator.LessThan, "12")]
    [InlineData("subject", Operator.Exists, "invoice")]
    [InlineData("hasAttachment", Operator.Equals, "INVOICE")]
    [InlineData("date", Operator.GreaterThan, "INVOICE")]
    [InlineData("date", Operator.Contains, "2026-01-01")]
    [InlineData("subject", Operator.Equals, " ")]
    [InlineData("subject", Operator.Matches, "(")]
    [InlineData("subject", Operator.Matches, @"(a)\1")]
    public void AComparison_ThatDoesNotFitItsField_IsAFault(string field, Operator op, string value) =>
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(Is(field, op, value)), Prompt + @" ( (a)\1"));

    [Theory]
    [InlineData("a@x.example;b@x.example")]
    [InlineData("a@x.example,")]
    [InlineData("Ana <a@x.example>")]
    [InlineData("a@x.example\r\nBcc: b@x.example")]
    [InlineData("{{ from }}, b@x.example")]
    [InlineData("{{ from | upcase }}")]
    [InlineData("{{ subject }}")]
    [InlineData("{{ body }}@x.example")]
    public void ARecipient_IsAnAddress_AndNothingElse(string to)
    {
        var input = CanonicalJson.Write(to, static (json, address) =>
        {
            json.WriteStartObject();
            json.WriteString("to", address);
            json.WriteString("body", "Hello");
            json.WriteEndObject();
        });

        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(tool: "gmail.send_email", input: input), Prompt + to));
    }

    [Fact]
    public void AnEmptyRange_IsAContradiction() =>
        Assert.Equal(
            RefusalCode.Contradictory,
            Fault(Program(new AllOf([Is("date", Operator.GreaterThan, "2026-02-01"), Is("date", Operator.LessThan, "2026-01-01")])), Prompt + " 2026-02-01"));

    [Fact]
    public void ConditionsThatCanBothBeTrue_AreNoContradiction()
    {
        Assert.Null(Fault(Program(new AllOf([Is("from", Operator.Equals, "ana@x.example"), Is("from", Operator.Contains, "INVOICE")])), Prompt));
        Assert.Null(Fault(Program(new AllOf([Is("to", Operator.Equals, "ana@x.example"), Is("to", Operator.Equals, "bo@x.example")])), Prompt));
        Assert.Null(Fault(Program(new AnyOf([Is("from", Operator.Equals, "ana@x.example"), Is("from", Operator.Equals, "bo@x.example")])), Prompt));
    }

    [Fact]
    public void AProgramBeyondTheLimits_IsAFault()
    {
        var leaf = Is("subject", Operator.Contains, "invoice");
        var deep = Enumerable.Range(0, 25).Aggregate((Condition)leaf, (inner, _) => new NotOf(inner));

        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(deep), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program(new AnyOf([.. Enumerable.Repeat(leaf, 201)])), Prompt));
        Assert.Equal(RefusalCode.NeedsClarification, Fault(Program() with { Steps = [.. Enumerable.Repeat(new Step("none", "{}"), 21)] }, Prompt));
        Assert.Equal(RefusalCode.NoAction, Fault(Program() with { Steps = [] }, Prompt));
    }
}
