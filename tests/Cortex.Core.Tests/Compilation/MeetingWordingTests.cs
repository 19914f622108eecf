namespace Cortex.Core.Tests.Compilation;

/// <summary>Kinds of wording about calendar events: which are meant, who takes part, what happens to them, and what a new one is like.</summary>
public class MeetingWordingTests
{
    [Theory]
    [InlineData("When an interview is booked, notify me", "When a calendar event is created that AI judges to match \"an interview\"")]
    [InlineData("When a class is cancelled, notify me", "When a calendar event is cancelled that AI judges to match \"a class\"")]
    [InlineData("When a class is cancelled in Room 4, notify me", "When a calendar event is cancelled that AI judges to match \"a class\" and whose location contains \"Room 4\"")]
    [InlineData("30 minutes before a driving lesson notify me", "30 minutes before a calendar event starts that AI judges to match \"a driving lesson\"")]
    [InlineData("When a client meeting is called off, notify me", "When a calendar event is cancelled that AI judges to match \"a client meeting\"")]
    [InlineData("When a medical appointment is put in my calendar, notify me", "When a calendar event is created that AI judges to match \"a medical appointment\"")]
    [InlineData("When a meeting about the budget is cancelled, notify me", "When a calendar event is cancelled that AI judges to match \"about the budget\"")]
    [InlineData("When an all-day event is created, notify me", "When a calendar event is created that lasts all day")]
    [InlineData("if a meeting is created that is not all day, notify me", "When a calendar event is created that does not last all day")]
    [InlineData("When an event in the calendar \"Pier\" is cancelled, notify me", "When a calendar event is cancelled whose calendar is \"Pier\"")]
    [InlineData("When \"Harvest\" starts, notify me", "When a calendar event starts whose title contains \"Harvest\"")]
    [InlineData("Once my \"Harvest\" is over, notify me", "When a calendar event ends whose title contains \"Harvest\"")]
    [InlineData("If \"Harvest\" is called off, notify me", "When a calendar event is cancelled whose title contains \"Harvest\"")]
    [InlineData("10 minutes before \"Harvest\", notify me", "10 minutes before a calendar event starts whose title contains \"Harvest\"")]
    [InlineData("notify me 10 minutes before \"Harvest\"", "10 minutes before a calendar event starts whose title contains \"Harvest\"")]
    [InlineData("When the event \"Harvest\" ends, notify me", "When a calendar event ends whose title contains \"Harvest\"")]
    [InlineData("When my \"Writing\" block starts, notify me", "When a calendar event starts whose title contains \"Writing\"")]
    [InlineData("When I have an exam, notify me 2 hours before", "2 hours before a calendar event starts that AI judges to match \"an exam\"")]
    [InlineData("When I have an exam, notify me", "When a calendar event is created that AI judges to match \"an exam\"")]
    [InlineData("5 minutes before my 1:1s, notify me", "5 minutes before a calendar event starts that AI judges to match \"a 1:1\"")]
    [InlineData("When it's time for a rehearsal, notify me", "When a calendar event starts that AI judges to match \"a rehearsal\"")]
    [InlineData("When a meeting with a supplier is called off, notify me", "When a calendar event is cancelled that AI judges to match \"with a supplier\"")]
    [InlineData("When a meeting with new patients is booked, notify me", "When a calendar event is created that AI judges to match \"with new patients\"")]
    public void WhichEventsAreMeant_IsSaidInManyWays(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("When a meeting is created with a guest from harbour.example, notify me", "When a calendar event is created attended by any address at harbour.example")]
    [InlineData("When an event with ida@x.example among the guests is created, notify me", "When a calendar event is created attended by ida@x.example")]
    [InlineData("If a meeting is cancelled and ida@x.example is attending, notify me", "When a calendar event is cancelled attended by ida@x.example")]
    [InlineData("When a meeting starts and neither ida@x.example nor bo@x.example is invited, notify me", "When a calendar event starts not (attended by ida@x.example or attended by bo@x.example)")]
    [InlineData("when an invite comes from ida@x.example, notify me", "When a calendar event is created organized by ida@x.example")]
    [InlineData("whenever ida@x.example adds something called \"Pier\" to my calendar, notify me", "When a calendar event is created organized by ida@x.example and whose title contains \"Pier\"")]
    [InlineData("When ida@x.example invites me to a meeting, notify me", "When a calendar event is created organized by ida@x.example")]
    public void WhoTakesPart_IsSaidInManyWays(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("When a meeting is renamed, notify me", "When a calendar event changes with a change to its title")]
    [InlineData("When a meeting gets extended, notify me", "When a calendar event changes with a change to its end")]
    [InlineData("When an appointment gets pushed back, notify me", "When a calendar event changes with a change to its start")]
    [InlineData("When an appointment is confirmed, notify me", "When a calendar event changes whose status has just become \"confirmed\"")]
    [InlineData("someone books a meeting with me -> notify me", "When a calendar event is created")]
    [InlineData("Room changed? Notify me", "When a calendar event changes with a change to its location")]
    [InlineData("If somebody changes the location of a meeting, notify me", "When a calendar event changes with a change to its location")]
    [InlineData("When a meeting lands on your calendar, notify me", "When a calendar event is created")]
    [InlineData("When an invite hits my calendar, notify me", "When a calendar event is created")]
    public void WhatHappens_IsSaidInManyWays(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("When a cancelled call is created, notify me")]
    [InlineData("When a recurring call is created, notify me")]
    [InlineData("When a meeting is called off by the organizer, notify me")]
    [InlineData("When a guest declines a meeting, notify me")]
    [InlineData("When a meeting with more than 5 attendees is created, notify me")]
    [InlineData("When an event longer than an hour is created, notify me")]
    [InlineData("When a meeting is moved to Room 5, notify me")]
    [InlineData("When a meeting that I organized is cancelled, notify me")]
    [InlineData("When ida@x.example adds a task, notify me")]
    [InlineData("When ida@x.example cancels a meeting, notify me")]
    [InlineData("When a meeting with a client from Berlin is moved, notify me")]
    [InlineData("When a meeting without a client is moved, notify me")]
    [InlineData("When the room changes to Room 5, notify me")]
    [InlineData("When \"Invoice\" begins the subject, notify me")]
    [InlineData("As soon as my last meeting ends, notify me")]
    [InlineData("Ten minutes before my first meeting, notify me")]
    [InlineData("When there is a new exam, notify me 2 hours before")]
    [InlineData("When a block starts, notify me")]
    [InlineData("Notify me about new events \"Check it\"")]
    public void WhatNoEventSays_IsRefused(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a meeting with ida@x.example ends, email her \"Thanks\"", "to ida@x.example")]
    [InlineData("When a meeting organized by ida@x.example ends, email them \"Thanks\"", "to ida@x.example")]
    [InlineData("When a meeting ends, email the organizer \"Thanks\"", "to the event's organizer")]
    [InlineData("When a meeting ends, email everyone on the guest list \"Thanks\"", "to the event's attendees")]
    [InlineData("When a lead is created, email them \"Thanks\"", "to the lead's email")]
    public void WhoWasSpokenOf_GetsTheMail(string prompt, string to) => Assert.Contains($"send an email {to} with ", Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("When a meeting ends, email them \"Thanks\"")]
    [InlineData("When a meeting ends, email the client \"Thanks\"")]
    [InlineData("When a meeting with ida@x.example and organized by bo@x.example ends, email her \"Thanks\"")]
    public void WhoWasNotSpokenOf_GetsNone(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("add a 1 hour meeting to my calendar tomorrow at 9", "called the email's subject that starts tomorrow at 09:00 and lasts 1 hour")]
    [InlineData("add a 1 hour kickoff meeting to my calendar tomorrow at 9", "called \"Kickoff\" that starts tomorrow at 09:00 and lasts 1 hour")]
    [InlineData("put a 30 min slot on my calendar next Tuesday", "called the email's subject that starts next Tuesday and lasts 30 minutes")]
    [InlineData("book a 45 minute call called \"Sync\" tomorrow at 10", "called \"Sync\" that starts tomorrow at 10:00 and lasts 45 minutes")]
    [InlineData("create a half hour event \"Sync\" for next monday at 10", "called \"Sync\" that starts next Monday at 10:00 and lasts 30 minutes")]
    [InlineData("create an event \"Kickoff\" tomorrow at 10 for 30 minutes", "called \"Kickoff\" that starts tomorrow at 10:00 and lasts 30 minutes")]
    [InlineData("create an event \"Kickoff\" on friday at 10 and invite bo@x.example", "called \"Kickoff\" that starts next Friday at 10:00, with bo@x.example as attendees")]
    [InlineData("schedule a meeting called Kickoff with bo@x.example next monday at 10", "called \"Kickoff\" that starts next Monday at 10:00, with bo@x.example as attendees")]
    [InlineData("schedule a kickoff meeting with bo@x.example and ida@x.example for next monday at 10", "called \"Kickoff\" that starts next Monday at 10:00, with bo@x.example and ida@x.example as attendees")]
    [InlineData("create an event \"Kickoff\" tomorrow at 10 in Room 4", "called \"Kickoff\" that starts tomorrow at 10:00, at the location \"Room 4\"")]
    [InlineData("add an event \"School\" for next monday at 8am with the body as the description", "called \"School\" that starts next Monday at 08:00, with the email's body as the description")]
    public void HowLongANewEventLasts_AndWhoIsInvited_IsNoTitle(string action, string means) =>
        Assert.Equal($"When an email arrives from ana@x.example, create a calendar event {means}.", Explained($"When an email arrives from ana@x.example, {action}"));

    [Theory]
    [InlineData("When an email arrives from ana@x.example, extract the due date and put \"Pay\" on my calendar on that date", "let AI extract \"due date\" from it, then create a calendar event called \"Pay\" that starts at the due date of step 1")]
    [InlineData("When an email arrives from ana@x.example, create an event \"Visit\" on that day", "let AI extract \"day\" from it, then create a calendar event called \"Visit\" that starts at the day of step 1")]
    [InlineData("when an opportunity is created, put its name in my calendar on the close date", "create a calendar event called the opportunity's name that starts at the opportunity's close date")]
    public void TheDayThatWasSpokenOf_IsTheStart(string prompt, string means) => Assert.Contains(means, Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("Meeting moved → notify me", "When a calendar event changes with a change to its start, notify you: the event's title.")]
    [InlineData("event postponed: notify me", "When a calendar event changes with a change to its start, notify you: the event's title.")]
    [InlineData("When a meeting with a coach at @gym.example is cancelled, notify me", "When a calendar event is cancelled attended by any address at gym.example, notify you: the event's title.")]
    public void AShortNote_IsAnEvent(string prompt, string explanation) => Assert.Equal(explanation, Explained(prompt));

    private static string Explained(string prompt) => Compiling.Compiled(prompt).Explanation;
}
