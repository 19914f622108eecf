using Cortex.Catalog;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;
using Cortex.Programs.Templates;
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
    [InlineData("subject", Operator.Semantic, "angry", "whose subject AI judges to match \"angry\"", "whose subject AI judges not to match \"angry\"")]
    [InlineData("labels", Operator.Contains, "Work", "that has the label \"Work\"", "that does not have the label \"Work\"")]
    [InlineData("attachments", Operator.EndsWith, ".pdf", "whose attachment names include one that ends with \".pdf\"", "whose attachment names include none that ends with \".pdf\"")]
    [InlineData("date", Operator.GreaterThan, "2026-01-01", "whose date is after 2026-01-01", "whose date is not after 2026-01-01")]
    [InlineData("date", Operator.LessThan, "2026-01-01", "whose date is before 2026-01-01", "whose date is not before 2026-01-01")]
    [InlineData("item", Operator.Semantic, "asks for a refund", "that AI judges to match \"asks for a refund\"", "that AI judges not to match \"asks for a refund\"")]
    [InlineData("labels", Operator.Contains, "IMPORTANT", "marked as important", "not marked as important")]
    [InlineData("colour", Operator.Equals, "red", "whose colour is \"red\"", "whose colour is not \"red\"")]
    public void EveryComparison_HasItsWords(string field, Operator op, string value, string clause, string negated)
    {
        Assert.Equal($"When an email arrives {clause}, do nothing.", Explain(Is(field, op, value)));
        Assert.Equal($"When an email arrives {negated}, do nothing.", Explain(new NotOf(Is(field, op, value))));
    }

    [Fact]
    public void ReadBack_IsTheSameInParts()
    {
        var program = new CortexProgram(1, new Trigger("gmail", "email.received", Ana), [new Step("gmail.add_label", """{"label":"Bills"}""", Invoice), new Step("none", "{}")]);
        var said = new Explainer(CortexCatalog.Known, Templates).Explain(program);

        Assert.Equal("When an email arrives from ana@x.example", said.ReadBack.When);
        Assert.Equal(["If its subject contains \"invoice\", label it \"Bills\"", "Do nothing"], said.ReadBack.Then);
        Assert.Equal("When an email arrives from ana@x.example, if its subject contains \"invoice\", label it \"Bills\"; then do nothing.", said.Sentence);
    }

    [Fact]
    public void Presence_IsSaidAsSuch()
    {
        Assert.Equal("When an email arrives without a subject, do nothing.", Explain(new Comparison("subject", Operator.Exists, Literal.Of(false))));
        Assert.Equal("When an email arrives without an attachment, do nothing.", Explain(new Comparison("hasAttachment", Operator.Equals, Literal.Of(false))));
        Assert.Equal("When an email arrives whose subject has just become \"a\", do nothing.", Explain(Is("subject", Operator.Equals, "a") with { Edge = true }));
    }

    [Fact]
    public void Steps_AreSaidInOrder_WithTheirConditions() =>
        Assert.Equal(
            "When an email arrives from ana@x.example, if its subject contains \"invoice\", label it \"Bills\"; then reply with \"Thanks [the sender's name]\".",
            Explain(Ana, new Step("gmail.add_label", """{"label":"Bills"}""", Invoice), new Step("gmail.reply", """{"body":"Thanks {{ fromName }}"}""")));

    [Fact]
    public void AProgramOfAnotherCatalog_IsStillExplained() =>
        Assert.Equal(
            "10 minutes before fax.arriving happens, do what \"fax.send\" does.",
            new Explainer(CortexCatalog.Known, Templates).Explain(new CortexProgram(1, new Trigger("fax", "fax.arriving", Condition.Always, 10), [new Step("fax.send", "{}")])).Sentence);

    [Theory]
    [InlineData("gmail/email.received", "When an email arrives")]
    [InlineData("gmail/email.sent", "When you send an email")]
    [InlineData("gmail/email.starred", "When you star an email")]
    [InlineData("gmail/email.labeled", "When you label an email")]
    [InlineData("google-calendar/event.created", "When a calendar event is created")]
    [InlineData("google-calendar/event.updated", "When a calendar event changes")]
    [InlineData("google-calendar/event.cancelled", "When a calendar event is cancelled")]
    [InlineData("google-calendar/event.starting", "When a calendar event starts")]
    [InlineData("google-calendar/event.ended", "When a calendar event ends")]
    [InlineData("salesforce/lead.created", "When a lead is created")]
    [InlineData("salesforce/contact.created", "When a contact is created")]
    [InlineData("salesforce/account.created", "When an account is created")]
    [InlineData("salesforce/opportunity.created", "When an opportunity is created")]
    [InlineData("salesforce/case.created", "When a case is created")]
    [InlineData("salesforce/task.created", "When a task is created")]
    [InlineData("salesforce/lead.updated", "When a lead changes")]
    [InlineData("salesforce/opportunity.updated", "When an opportunity changes")]
    [InlineData("salesforce/case.updated", "When a case changes")]
    public void EveryTrigger_HasItsWords(string trigger, string words) => Assert.Equal($"{words}, do nothing.", Explain(Validating.On(trigger)));

    [Fact]
    public void EveryTriggerAndTool_IsAmongThese()
    {
        string[] rows = [.. GetType().GetMethods().SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)).Cast<InlineDataAttribute>().SelectMany(row => row.Data).OfType<string>()];

        Assert.Empty(CortexCatalog.Known.Providers.SelectMany(provider => provider.Triggers.Select(trigger => $"{provider.Name}/{trigger.Name}")).Except(rows));
        Assert.Empty(CortexCatalog.Known.Tools.Where(tool => !tool.IsNothing).Select(tool => tool.Name).Except(rows));
    }

    [Theory]
    [InlineData(15, "15 minutes before a calendar event starts")]
    [InlineData(60, "1 hour before a calendar event starts")]
    [InlineData(90, "90 minutes before a calendar event starts")]
    [InlineData(1_440, "1 day before a calendar event starts")]
    [InlineData(0, "When a calendar event starts")]
    public void ALeadTime_IsSaidAsPeopleDo(int minutes, string words)
    {
        var program = Validating.On("google-calendar/event.starting", Is("location", Operator.Contains, "HQ"));

        Assert.Equal($"{words} whose location contains \"HQ\", do nothing.", Explain(program with { Trigger = program.Trigger with { MinutesBefore = minutes } }));
    }

    [Theory]
    [InlineData("notify.user", """{"text":"{{ subject }}"}""", "notify you: the email's subject")]
    [InlineData("notify.user", """{"text":"Mail from {{ from }}"}""", "notify you: \"Mail from [the email's sender]\"")]
    [InlineData("wait", """{"duration":"48h"}""", "wait 48 hours")]
    [InlineData("wait", """{"duration":"1d"}""", "wait 1 day")]
    [InlineData("ai.summarize", """{"text":"{{ subject }}\n{{ body }}"}""", "let AI summarize it")]
    [InlineData("ai.summarize", """{"text":"{{ body }}","instructions":"in one sentence"}""", "let AI summarize the email's body with the instructions \"in one sentence\"")]
    [InlineData("ai.draft", """{"instructions":"decline politely","text":"{{ subject }}\n{{ body }}"}""", "let AI write a text based on it with the instructions \"decline politely\"")]
    [InlineData("ai.extract", """{"fields":["vendor","amount","due date"],"text":"{{ subject }}\n{{ body }}"}""", "let AI extract \"vendor\", \"amount\" and \"due date\" from it")]
    [InlineData("ai.classify", """{"labels":["sales","support"],"text":"{{ subject }}\n{{ body }}"}""", "let AI say which of \"sales\" and \"support\" it is")]
    [InlineData("gmail.send_email", """{"to":"bo@x.example","subject":"News","body":"Hi"}""", "send an email to bo@x.example with \"News\" as the subject and \"Hi\" as the text")]
    [InlineData("gmail.send_email", """{"to":"bo@x.example, me","cc":"{{ from }}","subject":"{{ subject }}","body":"{{ subject }}\n{{ body }}"}""",
        "send an email to bo@x.example and you, copied to the email's sender, with the email's subject as the subject and the email's subject and body as the text")]
    [InlineData("gmail.reply", """{"body":"Thanks"}""", "reply with \"Thanks\"")]
    [InlineData("gmail.reply", """{"body":"{{ snippet }}"}""", "reply with the email's preview")]
    [InlineData("gmail.forward", """{"to":"bo@x.example","body":"FYI"}""", "forward it to bo@x.example with \"FYI\" as a note")]
    [InlineData("gmail.create_draft", """{"reply":true,"body":"Thanks"}""", "write a draft reply with \"Thanks\" as the text")]
    [InlineData("gmail.add_label", """{"label":"Bills"}""", "label it \"Bills\"")]
    [InlineData("gmail.add_label", """{"label":"IMPORTANT"}""", "label it important")]
    [InlineData("gmail.remove_label", """{"label":"Bills"}""", "remove the label \"Bills\"")]
    [InlineData("gmail.archive", "{}", "archive it")]
    [InlineData("gmail.mark_read", "{}", "mark it as read")]
    [InlineData("gmail.mark_spam", "{}", "mark it as spam")]
    [InlineData("gmail.star", "{}", "star it")]
    [InlineData("gmail.trash", "{}", "move it to the trash")]
    [InlineData("gmail.find", """{"query":"invoice"}""", "find the newest email that matches \"invoice\"")]
    [InlineData("calendar.create_event", """{"summary":"Call","start":"tomorrow 09:00","duration":"30m","attendees":"{{ from }}"}""",
        "create a calendar event called \"Call\" that starts tomorrow at 09:00 and lasts 30 minutes, with the email's sender as attendees")]
    [InlineData("calendar.create_event", """{"summary":"{{ subject }}","start":"{{ date }}"}""", "create a calendar event called the email's subject that starts at the email's date")]
    [InlineData("calendar.create_event", """{"summary":"Call","start":"2026-03-03"}""", "create a calendar event called \"Call\" that starts on 2026-03-03")]
    [InlineData("calendar.create_event", """{"summary":"Call","start":"+3 days"}""", "create a calendar event called \"Call\" that starts in 3 days")]
    [InlineData("calendar.create_event", """{"summary":"Call","start":"friday"}""", "create a calendar event called \"Call\" that starts next Friday")]
    [InlineData("calendar.update_event", """{"summary":"Updated","location":"Room 4"}""", "change the event so that it is called \"Updated\" and it takes place at \"Room 4\"")]
    [InlineData("calendar.delete_event", "{}", "delete the event")]
    [InlineData("calendar.find_events", """{"from":"today","to":"+7 days"}""", "find the calendar events that start today or later and end in 7 days or earlier")]
    [InlineData("salesforce.create_record", """{"object":"Task","fields":{"Subject":"Call","ActivityDate":"+3 days","OwnerId":"me"}}""",
        "create a Salesforce task with \"Call\" as the subject, 3 days later as the due date and you as the owner")]
    [InlineData("salesforce.create_record", """{"object":"Note","fields":{"Title":"{{ subject }}"}}""", "create a Salesforce note with the email's subject as the title")]
    [InlineData("salesforce.update_record", """{"object":"Case","id":"{{ threadId }}","fields":{"Priority":"High"}}""",
        "change the Salesforce case whose id is the email's conversation id to have \"High\" as the priority")]
    [InlineData("salesforce.find_record", """{"object":"Contact","field":"Email","value":"{{ from }}"}""", "find the Salesforce contact whose email is the email's sender")]
    public void EveryTool_HasItsWords(string tool, string input, string words) =>
        Assert.Equal($"When an email arrives, {words}.", Explain(Condition.Always, new Step(tool, input)));

    [Theory]
    [InlineData(Operator.Equals, "Closed Won", "whose stage has just become \"Closed Won\"", "whose stage has not just become \"Closed Won\"")]
    [InlineData(Operator.Contains, "Closed", "whose stage has just come to contain \"Closed\"", "whose stage has not just come to contain \"Closed\"")]
    [InlineData(Operator.StartsWith, "Closed", "whose stage has just come to start with \"Closed\"", "whose stage has not just come to start with \"Closed\"")]
    public void WhatHasJustBecomeSo_IsSaidAsSuch(Operator op, string value, string clause, string negated)
    {
        var became = Is("StageName", op, value) with { Edge = true };

        Assert.Equal($"When an opportunity changes {clause}, do nothing.", Explain(Validating.On("salesforce/opportunity.updated", became)));
        Assert.Equal($"When an opportunity changes {negated}, do nothing.", Explain(Validating.On("salesforce/opportunity.updated", new NotOf(became))));
    }

    [Fact]
    public void Changes_AreSaidByTheFieldsLabels()
    {
        Assert.Equal(
            "When an opportunity changes with a change to its close date and whose amount has just risen above 10000, do nothing.",
            Explain(Validating.On("salesforce/opportunity.updated", new AllOf([
                Is("changed", Operator.Contains, "CloseDate"),
                new Comparison("Amount", Operator.GreaterThan, Literal.Of(10_000m), Edge: true)]))));
    }

    [Fact]
    public void WhatEarlierStepsLeave_IsSaidByTheirNumber() =>
        Assert.Equal(
            "When an email arrives, let AI say which of \"a\" and \"b\" it is; then wait 1 hour; then if the label of step 1 is \"a\" and not (its sender is ana@x.example and it has an attachment), notify you: \"It is [the label of step 1]\"; then reply with the label of step 1.",
            Explain(
                Condition.Always,
                new Step("ai.classify", """{"labels":["a","b"],"text":"{{ subject }}\n{{ body }}"}"""),
                new Step("wait", """{"duration":"1h"}"""),
                new Step("notify.user", """{"text":"It is {{ steps[0].output.label }}"}""", new AllOf([Is("steps[0].output.label", Operator.Equals, "a"), new NotOf(new AllOf([Ana, new Comparison("hasAttachment", Operator.Equals, Literal.Of(true))]))])),
                new Step("gmail.reply", """{"body":"{{ steps[0].output.label }}"}""")));

    private static readonly TemplateParser Templates = new();

    private static string Explain(CortexProgram program) => new Explainer(CortexCatalog.Known, Templates).Explain(program).Sentence;

    private static string Explain(Condition where, params Step[] steps) =>
        new Explainer(CortexCatalog.Known, Templates).Explain(
            new CortexProgram(1, new Trigger("gmail", "email.received", where), steps is [] ? [new Step("none", "{}")] : steps)).Sentence;
}
