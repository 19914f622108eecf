using System.Text.Json;
using Cortex.Compilation;
using Cortex.Core.Tests.Support;
using Cortex.Programs;
using static Cortex.Core.Tests.Support.Answers;

namespace Cortex.Core.Tests.Model;

/// <summary>Answers of a model that leave out something of what was said.</summary>
public sealed class ModelHonestyTests
{
    private const string Created = "google-calendar/event.created";
    private const string Won = "salesforce/opportunity.updated";

    private static readonly string FromAna = That("from", "equals", "ana@x.example");
    private static readonly string FromBo = That("from", "equals", "bo@x.example");
    private static readonly string Star = Step("gmail.star");
    private static readonly string Tell = Step("notify.user", """{"text":null}""");
    private static readonly string Wait2Days = Step("wait", """{"duration":"2d"}""");

    /// <summary>A prompt, an event, what an honest model answers, what another does, and the words that the other left out.</summary>
    public static TheoryData<string, string, string, string, string, string, string> Dishonest => new()
    {
        // Quotations.
        { "whenever mail of ana@x.example with \"last call\" on top shows its face, give it a star", Received, All(FromAna, That("subject", "contains", "last call")), Steps(Star), FromAna, Steps(Star), "\"last call\"" },
        { "whenever mail of ana@x.example shows its face, stick 'Family' and “To do” onto it", Received, FromAna, Steps(Label("Family"), Label("To do")), FromAna, Steps(Label("Family")), "“To do”" },

        // Addresses.
        { "whenever mail of ana@x.example or bo@x.example shows its face, give it a star", Received, Any(FromAna, FromBo), Steps(Star), FromAna, Steps(Star), "bo@x.example" },
        { "whenever mail of ana@x.example shows its face, pass it on to bo@x.example", Received, FromAna, Steps(Step("gmail.forward", """{"to":"bo@x.example","body":null}""")), FromAna, Steps(Star), "bo@x.example" },
        { "whenever mail of anybody at x.example shows its face, give it a star", Received, That("from", "ends_with", "@x.example"), Steps(Star), "null", Steps(Star), "x.example" },

        // Names.
        { "whenever mail from Rosalind shows its face, give it a star", Received, That("from", "contains", "Rosalind"), Steps(Star), "null", Steps(Star), "Rosalind" },
        { "whenever a get-together at the Larch House is put on my calendar, give me a shout", Created, That("location", "contains", "Larch House"), Steps(Tell), "null", Steps(Tell), "Larch" },

        // Numbers.
        { "whenever the worth of an opportunity shoots past 5,000, give me a shout", Won, That("Amount", "gt", "5000"), Steps(Tell), "null", Steps(Tell), "5,000" },
        { "whenever the worth of an opportunity shoots past 10k, give me a shout", Won, That("Amount", "gt", "10000"), Steps(Tell), "null", Steps(Tell), "10" },

        // Durations.
        { "whenever mail of ana@x.example shows its face, hold on for 2 days and give it a star", Received, FromAna, Steps(Wait2Days, Star), FromAna, Steps(Star), "2 days" },
        { "whenever mail of ana@x.example shows its face, hold on for two days and give it a star", Received, FromAna, Steps(Wait2Days, Star), FromAna, Steps(Star), "two days" },
        { "whenever mail of ana@x.example shows its face, hold on for an hour and give it a star", Received, FromAna, Steps(Step("wait", """{"duration":"1h"}"""), Star), FromAna, Steps(Star), "an hour" },
        { "whenever mail of ana@x.example shows its face, hold on for half a day and give it a star", Received, FromAna, Steps(Step("wait", """{"duration":"12h"}"""), Star), FromAna, Steps(Star), "half a day" },

        // Days and times of day.
        { "whenever a get-together later than March 3rd, 2027 is put on my calendar, give me a shout", Created, That("start", "gt", "2027-03-03"), Steps(Tell), "null", Steps(Tell), "March 3rd, 2027" },
        { "whenever mail of ana@x.example shows its face, put Lunch on my calendar tomorrow at 12:30", Received, FromAna, Steps(Event("tomorrow 12:30")), FromAna, Steps(Event("{{ date }}")), "tomorrow" },
        { "whenever mail of ana@x.example shows its face, put Lunch on my calendar next Friday", Received, FromAna, Steps(Event("next friday")), FromAna, Steps(Event("{{ date }}")), "next Friday" },
        { "whenever mail of ana@x.example shows its face on a weekend, give it a star", Received, All(FromAna, Any(That("date.weekday", "equals", "Saturday"), That("date.weekday", "equals", "Sunday"))), Steps(Star), FromAna, Steps(Star), "on a weekend" },
        { "whenever mail of ana@x.example shows its face after 6pm, give it a star", Received, All(FromAna, That("date.time", "gt", "18:00")), Steps(Star), FromAna, Steps(Star), "after 6pm" },

        // Negations and exceptions.
        { "whenever mail that is not of ana@x.example shows its face, give it a star", Received, ThatNot("from", "equals", "ana@x.example"), Steps(Star), FromAna, Steps(Star), "not" },
        { "whenever mail of ana@x.example shows its face, give it a star, unless \"draft\" is on top", Received, All(FromAna, ThatNot("subject", "contains", "draft")), Steps(Star), All(FromAna, That("subject", "contains", "draft")), Steps(Star), "unless" },
        { "whenever mail that is not of ana@x.example shows its face, give it a star, except with \"draft\" on top", Received, All(ThatNot("from", "equals", "ana@x.example"), ThatNot("subject", "contains", "draft")), Steps(Star), All(ThatNot("from", "equals", "ana@x.example"), That("subject", "contains", "draft")), Steps(Star), "except" },

        // Alternatives.
        { "whenever mail of ana@x.example or with \"lunch\" on top shows its face, give it a star", Received, Any(FromAna, That("subject", "contains", "lunch")), Steps(Star), All(FromAna, That("subject", "contains", "lunch")), Steps(Star), "or" },
        { "whenever mail of ana@x.example or bo@x.example with \"lunch\" or \"dinner\" on top shows its face, give it a star", Received, All(Any(FromAna, FromBo), Any(That("subject", "contains", "lunch"), That("subject", "contains", "dinner"))), Steps(Star), All(Any(FromAna, FromBo), That("subject", "contains", "lunch"), That("subject", "contains", "dinner")), Steps(Star), "or" },

        // Instructions.
        { "whenever mail of ana@x.example shows its face, star it and archive it", Received, FromAna, Steps(Star, Step("gmail.archive")), FromAna, Steps(Star), "archive it" },
        { "whenever mail of ana@x.example shows its face, archive it and star it", Received, FromAna, Steps(Step("gmail.archive"), Star), FromAna, Steps(Step("gmail.archive")), "star it" },
        { "whenever mail of ana@x.example shows its face, trash it and email me", Received, FromAna, Steps(Step("gmail.trash"), Step("gmail.send_email", """{"to":"me","subject":"{{ subject }}","body":"{{ body }}"}""")), FromAna, Steps(Step("gmail.trash")), "email me" },
        { "whenever mail of ana@x.example shows its face, email me", Received, FromAna, Steps(Step("gmail.send_email", """{"to":"me","subject":"{{ subject }}","body":"{{ body }}"}""")), FromAna, Steps(Step("none")), "email me" },
        { "whenever mail of ana@x.example shows its face, create a task and delete it", Received, FromAna, Steps(Step("salesforce.create_record", """{"object":"Task","fields":[{"name":"Subject","value":"{{ subject }}"}]}"""), Step("gmail.trash")), FromAna, Steps(Step("gmail.trash")), "create a task" },
        { "whenever mail of ana@x.example shows its face, star it, then please notify me", Received, FromAna, Steps(Star, Tell), FromAna, Steps(Star), "notify me" },
        { "whenever mail of ana@x.example shows its face, label it Family and label it Urgent", Received, FromAna, Steps(Label("Family"), Label("Urgent")), FromAna, Steps(Label("Family")), "label it Urgent" },
    };

    /// <summary>Prompts that no program says, an event, what a dishonest model answers, and the words that it left out.</summary>
    public static TheoryData<string, string, string, string, string> Unsayable => new()
    {
        { "whenever a get-together later than 3 April is put on my calendar, give me a shout", Created, "null", Steps(Tell), "3 April" },
        { "whenever a get-together in June is put on my calendar, give me a shout", Created, "null", Steps(Tell), "June" },
        { "whenever mail of ana@x.example shows its face, star it and forward it", Received, FromAna, Steps(Star), "forward it" },
        { "whenever mail of ana@x.example shows its face, star it and post it to slack", Received, FromAna, Steps(Star), "slack" },
    };

    [Theory]
    [MemberData(nameof(Dishonest))]
    public Task WhatIsLeftOut_IsRefused_AndNamed(string prompt, string trigger, string honestWhere, string honestSteps, string where, string steps, string leftOut)
    {
        Assert.NotEqual((honestWhere, honestSteps), (where, steps));
        return AssertRefusedAsync(prompt, trigger, where, steps, leftOut);
    }

    [Theory]
    [MemberData(nameof(Unsayable))]
    public Task WhatNoProgramSays_IsRefused_AndNamed(string prompt, string trigger, string where, string steps, string leftOut) => AssertRefusedAsync(prompt, trigger, where, steps, leftOut);

    private static async Task AssertRefusedAsync(string prompt, string trigger, string where, string steps, string leftOut)
    {
        var answer = Program(trigger, where, steps);
        await using var compiling = new ScriptedCompiling(answer, answer);

        var result = await compiling.CompileAsync(prompt);

        var refused = result as CompileResult.Refused ?? throw new Xunit.Sdk.XunitException($"{prompt}\nwas compiled: {((CompileResult.Compiled)result).ProgramJson}");
        Assert.Equal(RefusalCode.NeedsClarification, refused.Code);
        Assert.Contains(refused.Repair!.LeftOver, range => prompt.Substring(range.Start, range.Length).Contains(leftOut, StringComparison.Ordinal));
        using var repair = JsonDocument.Parse(compiling.Questions[1].DataJson);
        Assert.Equal(refused.Sentence, repair.RootElement.GetProperty("problem").GetString());
    }

    [Theory]
    [MemberData(nameof(Dishonest))]
    public async Task WhatIsLeftOut_IsMended(string prompt, string trigger, string honestWhere, string honestSteps, string where, string steps, string leftOut)
    {
        await using var compiling = new ScriptedCompiling(Program(trigger, where, steps), Program(trigger, honestWhere, honestSteps));

        var result = await compiling.CompileAsync(prompt);

        Assert.True(result is CompileResult.Compiled, $"{prompt}\nwas refused: {result}");
        Assert.Contains(leftOut, prompt, StringComparison.Ordinal);
        Assert.Equal(2, compiling.Questions.Count);
    }

    private static string Steps(params IEnumerable<string> steps) => string.Join(',', steps);

    private static string Label(string name) => Step("gmail.add_label", $$"""{"label":"{{name}}"}""");

    private static string Event(string start) => Step("calendar.create_event", $$"""{"summary":"Lunch","start":"{{start}}"}""");
}
