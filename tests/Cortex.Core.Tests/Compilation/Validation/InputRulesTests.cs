using Cortex.Catalog;
using Cortex.Programs;
using static Cortex.Core.Tests.Compilation.Validating;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Compilation.Validation;

public class InputRulesTests
{
    private const string Unclear = RefusalCode.NeedsClarification;
    private const string Prompt = "ana@x.example, bo@x.example, tell me Hello there, label Bills, invoices, vendor and due date, urgent, in 3 days, tomorrow 9am, 2026-03-03, Call, Room 4, High, Akira, 10k, won, work";

    [Theory]
    [InlineData("gmail.send_email", """{"to":"me","body":"Hello","subject":"{{ subject }}"}""", null)]
    [InlineData("gmail.send_email", """{"to":"{{ to }}","body":"Hello","subject":"{{ subject }}"}""", null)]
    [InlineData("gmail.send_email", """{"to":"Me","body":"Hello","subject":"{{ subject }}"}""", Unclear)]
    [InlineData("gmail.send_email", """{"to":"{{ fromName }}","body":"Hello","subject":"{{ subject }}"}""", Unclear)]
    [InlineData("gmail.send_email", """{"to":"ana@x.example","cc":"eve@x.example","body":"Hello","subject":"{{ subject }}"}""", Unclear)]
    [InlineData("gmail.forward", """{"to":"{{ body }}"}""", Unclear)]
    [InlineData("gmail.forward", """{"to":"{{ from }}@x.example"}""", Unclear)]
    [InlineData("gmail.create_draft", """{"reply":true,"body":"Hello"}""", null)]
    [InlineData("gmail.create_draft", """{"reply":"yes","body":"Hello"}""", RefusalCode.UnsupportedAction)]
    [InlineData("gmail.add_label", """{"label":"Bills\nand more"}""", Unclear)]
    [InlineData("gmail.reply", """{"body":"Hello\nthere"}""", null)]
    [InlineData("gmail.reply", """{"body":"Hello {{ subject"}""", Unclear)]
    [InlineData("gmail.reply", """{"body":"{{ subject.length }}"}""", Unclear)]
    [InlineData("gmail.reply", """{"body":"{{ fromName | default: \"you fool\" }}"}""", Unclear)]
    [InlineData("notify.user", """{"text":"New email from {{ from }}: {{ subject }}"}""", null)]
    [InlineData("notify.user", """{"text":"Pay {{ from }}: {{ subject }}"}""", Unclear)]
    public void MailAndNotices(string tool, string input, string? fault) =>
        Assert.Equal(fault, Fault(On("gmail/email.received", Is("from", Operator.Equals, "ana@x.example"), new Step(tool, input)), Prompt));

    [Theory]
    [InlineData("3d", "wait 3 days", null)]
    [InlineData("48h", "wait two days", null)]
    [InlineData("90s", "wait 90 seconds", null)]
    [InlineData("90m", "wait an hour and a half", null)]
    [InlineData("30d", "wait 30 days", null)]
    [InlineData("2d", "wait 3 days", Unclear)]
    [InlineData("31d", "wait 31 days", Unclear)]
    [InlineData("0h", "wait 0 hours", Unclear)]
    [InlineData("3 days", "wait 3 days", Unclear)]
    [InlineData("PT1H", "wait an hour PT1H", Unclear)]
    [InlineData("{{ subject }}", "wait {{ subject }}", Unclear)]
    public void Durations(string duration, string prompt, string? fault) =>
        Assert.Equal(fault, Fault(Program(tool: "wait", input: $$"""{"duration":"{{duration}}"}"""), prompt));

    [Theory]
    [InlineData("{{ date }}", null)]
    [InlineData("tomorrow 09:00", null)]
    [InlineData("+3 days", null)]
    [InlineData("2026-03-03", null)]
    [InlineData("2026-03-03T09:00", null)]
    [InlineData("now", null)]
    [InlineData("2026-03-04", Unclear)]
    [InlineData("2026-03-03T10:00", Unclear)]
    [InlineData("+4 days", Unclear)]
    [InlineData("next friday", Unclear)]
    [InlineData("in due time", Unclear)]
    [InlineData("{{ subject }}", Unclear)]
    [InlineData("{{ date }} 09:00", Unclear)]
    public void Times(string start, string? fault) =>
        Assert.Equal(fault, Fault(Program(tool: "calendar.create_event", input: $$"""{"summary":"Call","start":"{{start}}"}"""), Prompt));

    [Theory]
    [InlineData("ai.extract", """{"fields":["vendor","due_date"],"text":"{{ body }}"}""", null)]
    [InlineData("ai.extract", """{"fields":[],"text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.extract", """{"fields":["password"],"text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.extract", """{"fields":["vendor","Vendor"],"text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.extract", """{"fields":[1],"text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.extract", """{"fields":["{{ body }}"],"text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.extract", """{"fields":"vendor","text":"{{ body }}"}""", RefusalCode.UnsupportedAction)]
    [InlineData("ai.classify", """{"labels":["urgent","other"],"text":"{{ body }}"}""", null)]
    [InlineData("ai.classify", """{"labels":["urgent"],"text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.classify", """{"labels":["urgent","lottery"],"text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.draft", """{"instructions":"tell them about the invoices","text":"{{ body }}"}""", null)]
    [InlineData("ai.draft", """{"instructions":"tell eve@x.example about the invoices","text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.draft", """{"instructions":"promise them a pony","text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.draft", """{"instructions":"{{ body }}","text":"{{ body }}"}""", Unclear)]
    [InlineData("ai.summarize", """{"text":"{{ subject }}\n{{ body }}"}""", null)]
    public void WhatAIsTold(string tool, string input, string? fault) =>
        Assert.Equal(fault, Fault(On("gmail/email.received", null, new Step(tool, input), Reader(tool, 0)), Prompt));

    [Theory]
    [InlineData("salesforce.create_record", """{"object":"Task","fields":{"Subject":"Call","ActivityDate":"+3 days","Priority":"High"}}""", null)]
    [InlineData("salesforce.create_record", """{"object":"Opportunity","fields":{"Name":"{{ subject }}","Amount":10000,"StageName":"Closed Won","CloseDate":"2026-03-03"}}""", null)]
    [InlineData("salesforce.create_record", """{"object":"Opportunity","fields":{"Amount":"10000"}}""", null)]
    [InlineData("salesforce.create_record", """{"object":"Note","fields":{"Title":"{{ subject }}","Body":"{{ body }}"}}""", null)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":{"OwnerId":"me"}}""", null)]
    [InlineData("salesforce.create_record", """{"object":"Lead"}""", null)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":{}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"User"}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"{{ subject }}"}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":{"Colour":"{{ subject }}"}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Note","fields":{"Title; DROP":"{{ subject }}"}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":{"Id":"{{ subject }}"}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":{"LeadSource":"Web"}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":{"LeadSource":{"a":1}}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Opportunity","fields":{"Amount":"Call"}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Opportunity","fields":{"Amount":20000}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Opportunity","fields":{"CloseDate":"Call"}}""", Unclear)]
    [InlineData("salesforce.create_record", """{"object":"Lead","fields":["Name"]}""", RefusalCode.UnsupportedAction)]
    [InlineData("salesforce.update_record", """{"object":"Case","fields":{"Priority":"High"}}""", Unclear)]
    [InlineData("salesforce.update_record", """{"object":"Case","id":"{{ body }}","fields":{"Priority":"High"}}""", Unclear)]
    [InlineData("salesforce.find_record", """{"object":"Contact","field":"Email","value":"{{ from }}"}""", null)]
    [InlineData("salesforce.find_record", """{"object":"Contact","field":"Name) OR (Id","value":"{{ from }}"}""", Unclear)]
    [InlineData("salesforce.find_record", """{"object":"Contact","field":"Password","value":"{{ from }}"}""", Unclear)]
    public void Records(string tool, string input, string? fault) => Assert.Equal(fault, Fault(Program(tool: tool, input: input), Prompt));

    [Fact]
    public void ACustomersOwnField_IsTakenWhenThePromptNamesIt()
    {
        var program = Program(tool: "salesforce.create_record", input: """{"object":"Lead","fields":{"Region__c":"High"}}""");

        Sound(program, "set Region__c to High");
        Assert.Equal(Unclear, Fault(program, "set the region to High"));
    }

    [Theory]
    [InlineData("salesforce/case.created", "Case", null)]
    [InlineData("salesforce/opportunity.updated", "Account", null)]
    [InlineData("salesforce/lead.created", "Account", Unclear)]
    public void ARecord_WithoutAnId_IsTheItem_OrWhatItPointsAt(string trigger, string record, string? fault) =>
        Assert.Equal(fault, Fault(On(trigger, null, new Step("salesforce.update_record", $$$"""{"object":"{{{record}}}","fields":{"Description":"Call"}}""")), Prompt));

    [Theory]
    [InlineData("{{ steps[0].output.values.vendor }}", null)]
    [InlineData("{{ steps[0].output.values.due_date }}", null)]
    [InlineData("{{ steps[0].output.values.password }}", Unclear)]
    [InlineData("{{ steps[0].output.values }}", Unclear)]
    [InlineData("{{ steps[0].output }}", Unclear)]
    [InlineData("{{ steps[0].output.summary }}", Unclear)]
    [InlineData("{{ steps[1].output.found }}", null)]
    [InlineData("{{ steps[1].output.record.Email }}", null)]
    [InlineData("{{ steps[1].output.record.Password }}", Unclear)]
    [InlineData("{{ steps[1].output.id.first }}", Unclear)]
    [InlineData("{{ steps[2].output.id }}", Unclear)]
    public void Outputs_AreOnesThatAnEarlierStepLeaves(string body, string? fault) => Assert.Equal(
        fault,
        Fault(
            On(
                "gmail/email.received",
                null,
                new Step("ai.extract", """{"fields":["vendor","due date"],"text":"{{ body }}"}"""),
                new Step("salesforce.find_record", """{"object":"Contact","field":"Email","value":"{{ from }}"}"""),
                new Step("gmail.reply", $$"""{"body":"{{body}}"}"""),
                Reader("ai.extract", 0)),
            Prompt));

    [Theory]
    [InlineData("{{ steps[0].output.events }}", null)]
    [InlineData("{{ steps[0].output.events[0] }}", null)]
    [InlineData("{{ steps[0].output.count }}", null)]
    [InlineData("{{ steps[0].output.events.first }}", Unclear)]
    [InlineData("{{ steps[0].output.events[0].summary }}", Unclear)]
    public void FoundEvents_AreTexts(string body, string? fault) => Assert.Equal(
        fault,
        Fault(
            On(
                "gmail/email.received",
                null,
                new Step("calendar.find_events", """{"from":"{{ date }}","to":"2026-03-03"}"""),
                new Step("gmail.reply", $$"""{"body":"{{body}}"}""")),
            Prompt));

    [Theory]
    [InlineData("google-calendar/event.created", "gmail.archive", "{}", RefusalCode.UnsupportedAction)]
    [InlineData("google-calendar/event.created", "gmail.create_draft", """{"reply":true,"body":"Hello"}""", Unclear)]
    [InlineData("google-calendar/event.created", "calendar.update_event", "{}", Unclear)]
    [InlineData("google-calendar/event.created", "calendar.update_event", """{"calendar":"work"}""", RefusalCode.UnsupportedAction)]
    [InlineData("google-calendar/event.created", "gmail.send_email", """{"to":"{{ organizer }}","subject":"{{ summary }}","body":"{{ location }}"}""", null)]
    [InlineData("google-calendar/event.created", "gmail.send_email", """{"to":"{{ attendees }}","subject":"{{ summary }}","body":"{{ subject }}"}""", Unclear)]
    [InlineData("salesforce/account.created", "calendar.create_event", """{"summary":"{{ Name }}","start":"{{ CreatedDate }}"}""", null)]
    public void EveryTool_NeedsWhatTheEventBrings(string trigger, string tool, string input, string? fault) =>
        Assert.Equal(fault, Fault(On(trigger, null, new Step(tool, input)), Prompt));

    [Fact]
    public void Defaults_CountAsSaid_WhateverTheItem()
    {
        foreach (var (provider, trigger) in CortexCatalog.Known.Providers.SelectMany(provider => provider.Triggers, (provider, trigger) => (provider, trigger)))
        {
            foreach (var tool in CortexCatalog.Known.Tools.Where(tool => tool.Inputs.Any(input => input.Required) && tool.Inputs.All(input => !input.Required || input.DefaultFor(trigger.Item) is not null)))
            {
                var input = string.Join(",", tool.Inputs.Where(input => input.Required).Select(input => $"\"{input.Name}\":{System.Text.Json.JsonSerializer.Serialize(input.DefaultFor(trigger.Item))}"));
                var fault = Fault(On($"{provider.Name}/{trigger.Name}", null, [new Step(tool.Name, $"{{{input}}}"), .. tool.UsesModel ? [Reader(tool.Name, 0)] : Array.Empty<Step>()]), "x");

                Assert.True(fault is null or RefusalCode.FeedbackLoop, $"{trigger.Name}, {tool.Name}: {fault}");
            }
        }
    }

    [Fact]
    public void TooMuch_IsAFault()
    {
        var addresses = string.Join(", ", Enumerable.Range(0, 21).Select(number => $"a{number}@x.example"));
        Assert.Equal(Unclear, Fault(Program(tool: "gmail.forward", input: $$"""{"to":"{{addresses}}"}"""), addresses));

        var words = string.Join(' ', Enumerable.Repeat("word", 3_000));
        Assert.Equal(Unclear, Fault(Program(tool: "gmail.reply", input: $$"""{"body":"{{words}}"}"""), words));
        Assert.Equal(Unclear, Fault(On("gmail/email.received", null, [.. Enumerable.Repeat(new Step("gmail.reply", $$"""{"body":"{{words[..9_000]}}"}"""), 5)]), words));
    }
}
