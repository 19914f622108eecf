using Cortex.Programs;
using static Cortex.Core.Tests.Compilation.Validating;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Compilation.Validation;

public class FeedbackLoopTests
{
    private const string Prompt =
        "email me at ana@x.example or bo@x.example, anybody at x.example, subject invoice, body Hello, label Bills and Done, status New, Working, Closed, priority High, title Updated, Call, Room 4, tomorrow";

    [Theory]
    [InlineData("gmail/email.sent", "gmail.send_email", """{"to":"bo@x.example","subject":"Invoice","body":"Hello"}""")]
    [InlineData("gmail/email.sent", "gmail.reply", """{"body":"Hello"}""")]
    [InlineData("gmail/email.sent", "gmail.forward", """{"to":"bo@x.example"}""")]
    [InlineData("gmail/email.starred", "gmail.star", "{}")]
    [InlineData("gmail/email.labeled", "gmail.add_label", """{"label":"Bills"}""")]
    [InlineData("gmail/email.received", "gmail.send_email", """{"to":"me","subject":"Invoice","body":"Hello"}""")]
    [InlineData("gmail/email.received", "gmail.forward", """{"to":"bo@x.example, me"}""")]
    [InlineData("google-calendar/event.created", "calendar.create_event", """{"summary":"Call","start":"tomorrow"}""")]
    [InlineData("google-calendar/event.updated", "calendar.update_event", """{"summary":"Updated"}""")]
    [InlineData("google-calendar/event.starting", "calendar.update_event", """{"start":"tomorrow"}""")]
    [InlineData("salesforce/task.created", "salesforce.create_record", """{"object":"Task","fields":{"Subject":"Call"}}""")]
    [InlineData("salesforce/case.updated", "salesforce.update_record", """{"object":"Case","fields":{"Priority":"High"}}""")]
    public void AStep_WhoseEffectIsItsOwnTrigger_IsALoop(string trigger, string tool, string input) =>
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On(trigger, null, new Step(tool, input)), Prompt));

    [Theory]
    [InlineData("gmail/email.received", "gmail.reply", """{"body":"Hello"}""")]
    [InlineData("gmail/email.received", "gmail.forward", """{"to":"bo@x.example"}""")]
    [InlineData("gmail/email.received", "gmail.star", "{}")]
    [InlineData("gmail/email.sent", "gmail.add_label", """{"label":"Bills"}""")]
    [InlineData("gmail/email.labeled", "gmail.remove_label", """{"label":"Bills"}""")]
    [InlineData("google-calendar/event.created", "calendar.update_event", """{"summary":"Updated"}""")]
    [InlineData("google-calendar/event.cancelled", "calendar.delete_event", "{}")]
    [InlineData("google-calendar/event.created", "salesforce.create_record", """{"object":"Event"}""")]
    [InlineData("salesforce/case.created", "salesforce.create_record", """{"object":"Task","fields":{"Subject":"Call"}}""")]
    [InlineData("salesforce/case.created", "salesforce.update_record", """{"object":"Case","fields":{"Priority":"High"}}""")]
    [InlineData("salesforce/case.updated", "calendar.create_event", """{"summary":"Call","start":"tomorrow"}""")]
    public void AStep_WhoseEffectIsAnotherEvent_IsNone(string trigger, string tool, string input) => Sound(On(trigger, null, new Step(tool, input)), Prompt);

    [Theory]
    [InlineData("from", Operator.Equals, "ana@x.example", true)]
    [InlineData("from", Operator.Contains, "bo", true)]
    [InlineData("from", Operator.EndsWith, "@x.example", false)]
    [InlineData("subject", Operator.Contains, "invoice", false)]
    [InlineData("subject", Operator.Equals, "Call", true)]
    [InlineData("item", Operator.Semantic, "an invoice", false)]
    public void MailToOneself_NeedsAConditionThatItCannotMeet(string field, Operator op, string value, bool guarded) =>
        Assert.Equal(
            guarded ? null : RefusalCode.FeedbackLoop,
            Fault(On("gmail/email.received", Is(field, op, value), new Step("gmail.send_email", """{"to":"me","subject":"Invoice","body":"Hello"}""")), Prompt));

    [Fact]
    public void MailThatIsSent_IsComparedWithTheConditions()
    {
        var send = new Step("gmail.send_email", """{"to":"bo@x.example","subject":"Invoice","body":"Hello"}""");

        Sound(On("gmail/email.sent", Is("to", Operator.Equals, "ana@x.example"), send), Prompt);
        Sound(On("gmail/email.sent", new NotOf(Is("to", Operator.Equals, "bo@x.example")), send), Prompt);
        Sound(On("gmail/email.sent", new Comparison("hasAttachment", Operator.Equals, Literal.Of(true)), send), Prompt);
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("gmail/email.sent", Is("to", Operator.Equals, "bo@x.example"), send), Prompt));
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("gmail/email.sent", new AnyOf([Is("to", Operator.Equals, "ana@x.example"), Is("subject", Operator.Contains, "invoice")]), send), Prompt));
        Sound(On("gmail/email.sent", Condition.Always, send with { If = Is("to", Operator.Equals, "ana@x.example") }), Prompt);
    }

    [Fact]
    public void ALabel_PutOnByAnotherLabel_IsNoLoop()
    {
        var label = new Step("gmail.add_label", """{"label":"Bills"}""");

        Sound(On("gmail/email.labeled", Is("labels", Operator.Contains, "Done"), label), Prompt);
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("gmail/email.labeled", Is("labels", Operator.Contains, "Bills"), label), Prompt));
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("gmail/email.labeled", Is("from", Operator.Equals, "ana@x.example"), label), Prompt));
    }

    [Fact]
    public void AnEdge_GuardsWhatWritesBack()
    {
        var closes = Is("Status", Operator.Equals, "Closed") with { Edge = true };
        var priority = new Step("salesforce.update_record", """{"object":"Case","fields":{"Priority":"High"}}""");
        var reopen = new Step("salesforce.update_record", """{"object":"Case","fields":{"Status":"New"}}""");
        var close = new Step("salesforce.update_record", """{"object":"Case","fields":{"Status":"Closed"}}""");
        var copy = new Step("salesforce.update_record", """{"object":"Case","fields":{"Status":"{{ Priority }}"}}""");

        Sound(On("salesforce/case.updated", closes, priority), Prompt);
        Sound(On("salesforce/case.updated", closes, reopen), Prompt);
        Sound(On("salesforce/case.updated", closes, close), Prompt);
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("salesforce/case.updated", closes, copy), Prompt));
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("salesforce/case.updated", closes, reopen, close), Prompt));
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("salesforce/case.updated", new NotOf(closes), priority), Prompt));
    }

    [Fact]
    public void WhatAStepSets_MayEndTheCondition()
    {
        var isNew = Is("Status", Operator.Equals, "New");

        Sound(On("salesforce/case.updated", isNew, new Step("salesforce.update_record", """{"object":"Case","fields":{"Status":"Working"}}""")), Prompt);
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("salesforce/case.updated", isNew, new Step("salesforce.update_record", """{"object":"Case","fields":{"Priority":"High"}}""")), Prompt));
        Sound(On("salesforce/task.created", new NotOf(Is("Subject", Operator.Equals, "Call")), new Step("salesforce.create_record", """{"object":"Task","fields":{"Subject":"Call"}}""")), Prompt);
        Sound(On("google-calendar/event.created", new NotOf(Is("summary", Operator.Contains, "Call")), new Step("calendar.create_event", """{"summary":"Call","start":"tomorrow"}""")), Prompt);
    }

    [Fact]
    public void AChangeOfOneField_IsNotCausedByAnother()
    {
        var moved = Is("changed", Operator.Contains, "location");

        Sound(On("google-calendar/event.updated", moved, new Step("calendar.update_event", """{"summary":"Updated"}""")), Prompt + " location");
        Assert.Equal(RefusalCode.FeedbackLoop, Fault(On("google-calendar/event.updated", moved, new Step("calendar.update_event", """{"location":"Room 4"}""")), Prompt + " location"));
    }
}
