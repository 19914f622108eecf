namespace Cortex.Core.Tests.Compilation;

/// <summary>Conditions on the weekday and the time of day: what is read, and what is asked about.</summary>
public sealed class ClockReadingTests
{
    private const string Weekend = """{"any":[{"field":"date.weekday","op":"equals","value":"Saturday"},{"field":"date.weekday","op":"equals","value":"Sunday"}]}""";

    [Theory]
    [InlineData("after 6pm", """{"field":"date.time","op":"gt","value":"18:00"}""")]
    [InlineData("after 6:15 p.m.", """{"field":"date.time","op":"gt","value":"18:15"}""")]
    [InlineData("before 9am", """{"field":"date.time","op":"lt","value":"09:00"}""")]
    [InlineData("before 8 in the morning", """{"field":"date.time","op":"lt","value":"08:00"}""")]
    [InlineData("later than 20:00", """{"field":"date.time","op":"gt","value":"20:00"}""")]
    [InlineData("from 9pm on", """{"field":"date.time","op":"gt","value":"21:00"}""")]
    [InlineData("before noon", """{"field":"date.time","op":"lt","value":"12:00"}""")]
    [InlineData("between 9 and 17", """{"field":"date.time","op":"gt","value":"09:00"},{"field":"date.time","op":"lt","value":"17:00"}""")]
    [InlineData("between 3 and 5pm", """{"field":"date.time","op":"gt","value":"15:00"},{"field":"date.time","op":"lt","value":"17:00"}""")]
    [InlineData("between 9am and 5", """{"field":"date.time","op":"gt","value":"09:00"},{"field":"date.time","op":"lt","value":"17:00"}""")]
    [InlineData("during work hours (9-17)", """{"field":"date.time","op":"gt","value":"09:00"},{"field":"date.time","op":"lt","value":"17:00"}""")]
    [InlineData("during office hours 9 to 5", """{"field":"date.time","op":"gt","value":"09:00"},{"field":"date.time","op":"lt","value":"17:00"}""")]
    [InlineData("between 10pm and 6", """{"any":[{"field":"date.time","op":"gt","value":"22:00"},{"field":"date.time","op":"lt","value":"06:00"}]}""")]
    [InlineData("between 22:00 and midnight", """{"field":"date.time","op":"gt","value":"22:00"}""")]
    [InlineData("outside 9 to 5", """{"not":{"all":[{"field":"date.time","op":"gt","value":"09:00"},{"field":"date.time","op":"lt","value":"17:00"}]}}""")]
    [InlineData("outside of office hours (9am-5pm)", """{"not":{"all":[{"field":"date.time","op":"gt","value":"09:00"},{"field":"date.time","op":"lt","value":"17:00"}]}}""")]
    [InlineData("on weekends", Weekend)]
    [InlineData("at the weekend", Weekend)]
    [InlineData("over the weekend", Weekend)]
    [InlineData("on a saturday or sunday", Weekend)]
    [InlineData("on Saturdays and Sundays", Weekend)]
    [InlineData("not on weekends", $$"""{"not":{{Weekend}}}""")]
    [InlineData("on a Friday", """{"field":"date.weekday","op":"equals","value":"Friday"}""")]
    [InlineData("on Monday to Wednesday", """{"any":[{"field":"date.weekday","op":"equals","value":"Monday"},{"field":"date.weekday","op":"equals","value":"Tuesday"},{"field":"date.weekday","op":"equals","value":"Wednesday"}]}""")]
    [InlineData("on Mondays and Fridays", """{"any":[{"field":"date.weekday","op":"equals","value":"Monday"},{"field":"date.weekday","op":"equals","value":"Friday"}]}""")]
    public void Wording_IsACondition(string when, string conditions)
    {
        Assert.Equal(conditions, Where($"When I get an email {when}, archive it."));
        Assert.Equal(conditions, Where($"When an email arrives {when}, archive it."));
    }

    [Theory]
    [InlineData("When I get an email during work hours, archive it")]
    [InlineData("When I get an email at night, archive it")]
    [InlineData("When I get an email after 6, archive it")]
    [InlineData("When I get an email after 6:00, archive it")]
    [InlineData("When I get an email between 8 and 10, archive it")]
    [InlineData("When I get an email on Monday, archive it")]
    [InlineData("When I get an email on the Monday, archive it")]
    [InlineData("When I get an email next Monday, archive it")]
    [InlineData("When I get an email this weekend, archive it")]
    [InlineData("When I get an email on a Monday morning, archive it")]
    [InlineData("When I get an email before 5pm today, archive it")]
    [InlineData("When I get an email after midnight, archive it")]
    [InlineData("When I get an email after 25:00, archive it")]
    [InlineData("When a meeting starts after 6pm, notify me")]
    [InlineData("When a meeting is cancelled after 6pm, notify me")]
    [InlineData("When someone cancels a meeting on a Saturday, notify me")]
    [InlineData("When I star an email on a weekend, forward it to ana@x.example")]
    [InlineData("On weekends, when a meeting is cancelled, notify me")]
    [InlineData("On Saturdays send me news. When I get an email from ana@x.example, star it")]
    [InlineData("When I get an email from ana@x.example, star it if it is Monday")]
    [InlineData("If it's a Sunday, notify me")]
    [InlineData("On weekends, notify me")]
    [InlineData("Every Monday at 9 notify me")]
    [InlineData("On Mondays remind me to water the plants")]
    [InlineData("Every weekday at 18:00 archive all my emails")]
    public void WhatLeavesTheTimeOpen_IsNoProgram(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get an email from ana@x.example, wait 2 hours, then archive it", "date.")]
    [InlineData("When I get an email from ana@x.example, create an event \"Call\" tomorrow at 10:00", "date.")]
    [InlineData("When a meeting starts in 10 minutes, notify me", "start.")]
    [InlineData("When a calendar event is created that starts after 2026-12-31, notify me", "start.")]
    public void OtherTimes_StayWhatTheyAre(string prompt, string part) => Assert.DoesNotContain(part, Compiling.Compiled(prompt).ProgramJson, StringComparison.Ordinal);

    [Theory]
    [InlineData("When a meeting is booked for a Monday, notify me", "event.created", """{"field":"start.weekday","op":"equals","value":"Monday"}""")]
    [InlineData("Tell me when somebody books me after 6pm", "event.created", """{"field":"start.time","op":"gt","value":"18:00"}""")]
    [InlineData("When someone invites me to a meeting on a Friday after 15:00, notify me", "event.created", """{"field":"start.weekday","op":"equals","value":"Friday"},{"field":"start.time","op":"gt","value":"15:00"}""")]
    [InlineData("When a meeting that starts on a Monday is cancelled, notify me", "event.cancelled", """{"field":"start.weekday","op":"equals","value":"Monday"}""")]
    [InlineData("When a meeting on a Monday is cancelled, notify me", "event.cancelled", """{"field":"start.weekday","op":"equals","value":"Monday"}""")]
    [InlineData("When a meeting at the Leeds office on a Monday is booked, notify me", "event.created", """{"field":"location","op":"contains","value":"Leeds office"},{"field":"start.weekday","op":"equals","value":"Monday"}""")]
    [InlineData("On weekends, when I get an email, archive it", "email.received", Weekend)]
    [InlineData("When I send an email to ana@x.example after 8pm, notify me", "email.sent", """{"field":"to","op":"equals","value":"ana@x.example"},{"field":"date.time","op":"gt","value":"20:00"}""")]
    public void TimeOfTheItem_IsMeant_WhereNothingElseCanBe(string prompt, string eventName, string conditions)
    {
        Assert.Equal(conditions, Where(prompt));
        Assert.Equal(eventName, Compiling.Compiled(prompt).Program.Trigger.Event);
    }

    [Fact]
    public void StepsCondition_CanBeOne() =>
        Assert.Contains(
            $$"""{"tool":"gmail.star","input":{},"if":{{Weekend}}}""", Compiling.Compiled("When I get an email from ana@x.example, notify me. If it's a weekend, star it").ProgramJson, StringComparison.Ordinal);

    [Fact]
    public void Explanation_SaysDaysAndTimes() => Assert.Equal(
        "When an email arrives (on a Saturday or on a Sunday) and after 18:00, archive it.", Compiling.Compiled("When I get an email on weekends after 6pm, archive it").Explanation);

    private static string Where(string prompt)
    {
        var json = Compiling.Compiled(prompt).ProgramJson;
        const string Start = "\"where\":{\"all\":[";
        var from = json.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return json[from..json.IndexOf("]}},\"steps\"", StringComparison.Ordinal)];
    }
}
