namespace Cortex.Core.Tests.Compilation;

/// <summary>What no event tells: who did it, whose it is, in which direction, and how long before.</summary>
public class UnknowableEventTests
{
    [Theory]
    [InlineData("When I cancel a meeting, notify me")]
    [InlineData("When I move a meeting, notify me")]
    [InlineData("When I rename an event, notify me")]
    [InlineData("When I edit a case, notify me")]
    [InlineData("When I update a lead, create a task")]
    [InlineData("When I win a deal, notify me")]
    [InlineData("When I lose an opportunity, notify me")]
    [InlineData("When a meeting is cancelled by Bo, notify me")]
    [InlineData("When a meeting is renamed by Bo, email ana@x.example")]
    [InlineData("When an email is starred by Bo, notify me")]
    [InlineData("When an email is labelled Work by Bo, notify me")]
    [InlineData("When an email is marked as important by Bo, star it")]
    [InlineData("When a meeting is cancelled from Bo, notify me")]
    [InlineData("On the cancellation of a meeting by Bo, notify me")]
    public void WhoDidIt_IsNotLeftOut(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When my opportunity is won, notify me")]
    [InlineData("When one of my deals is lost, notify me")]
    [InlineData("When my case is closed, notify me")]
    [InlineData("When their lead is converted, notify me")]
    [InlineData("When my lead's status changes, notify me")]
    [InlineData("When the status of my case changes, notify me")]
    public void WhoseRecordItIs_IsNotLeftOut(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When my meeting is cancelled, notify me", "When a calendar event is cancelled, notify you: the event's title.")]
    [InlineData("When we win a deal, notify me", "When an opportunity changes whose stage has just become \"Closed Won\", notify you: the opportunity's name.")]
    [InlineData("When one of my Salesforce leads is converted, notify me", "When a lead changes whose status has just become \"Converted\", notify you: the lead's name.")]
    [InlineData("When a meeting by Bo is cancelled, notify me", "When a calendar event is cancelled organized by anyone with \"Bo\" in the name or address, notify you: the event's title.")]
    [InlineData("When I star an email by Bo, notify me", "When you star an email from anyone with \"Bo\" in the name or address, notify you: the email's subject.")]
    public void WhoseAccountItIs_IsKnown(string prompt, string explanation) => Assert.Equal(explanation, Explained(prompt));

    [Theory]
    [InlineData("When I'm invited to a meeting, delete it")]
    [InlineData("When someone invites me to an event, create a task")]
    [InlineData("When I get a calendar invite, delete it")]
    [InlineData("When I'm invited to a dinner, star it")]
    [InlineData("When I'm invited to something, delete it")]
    [InlineData("When we are invited to a party, archive it")]
    public void AnInvitation_IsNoMeetingOfMine(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get invited to a meeting, notify me", "When a calendar event is created, notify you: the event's title.")]
    [InlineData("When ana@x.example invites me to a meeting, delete it", "When a calendar event is created organized by ana@x.example, delete the event.")]
    [InlineData("When I am invited to a party, notify me", "When a calendar event is created that AI judges to match \"a party\", notify you: the event's title.")]
    public void AnInvitation_IsTold(string prompt, string explanation) => Assert.Equal(explanation, Explained(prompt));

    [Theory]
    [InlineData("When an opportunity skips Proposal, notify me")]
    [InlineData("When a lead bounces, notify me")]
    [InlineData("When another lead calls, notify me")]
    [InlineData("When an event bounces, star it")]
    public void AVerbThatNoItemHas_IsNoSortOfEmail(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a meeting is postponed, notify me")]
    [InlineData("When a meeting is brought forward, notify me")]
    [InlineData("When an event is moved up, notify me")]
    [InlineData("When somebody delays a meeting, notify me")]
    [InlineData("When a meeting is extended, notify me")]
    [InlineData("When a meeting is cut short, notify me")]
    [InlineData("When the start of a meeting is pushed back, notify me")]
    [InlineData("When a deal's close date slips, notify me")]
    [InlineData("When a guest is removed from a meeting, notify me")]
    [InlineData("When a meeting gets a new guest, notify me")]
    [InlineData("When a contact's phone is filled in, notify me")]
    [InlineData("When a deal's close date is added, notify me")]
    [InlineData("When a meeting is made all-day, notify me")]
    [InlineData("When a deal drops back to Proposal, notify me")]
    [InlineData("When a case goes back to Working, notify me")]
    [InlineData("When a case's priority is raised to Medium, notify me")]
    [InlineData("When a lead's phone or email is filled in, notify me")]
    [InlineData("When a deal's amount is lowered to more than 5000, notify me")]
    public void TheDirection_IsNotLeftOut(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When all cases are closed, notify me")]
    [InlineData("When all meetings are cancelled, email ana@x.example")]
    [InlineData("When I have a meeting, notify me")]
    public void AllAtOnce_AndNow_AreNoEvents(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a lead is created with owner Ana, notify me", "When a lead is created with \"Ana\" in the owner's name")]
    [InlineData("When the location is removed from a meeting, notify me", "When a calendar event changes whose location has just been emptied")]
    [InlineData("When a lead's email is added, notify me", "When a lead changes whose email has just been filled in")]
    [InlineData("When a lead's phone is filled in, notify me", "When a lead changes whose phone has just been filled in")]
    [InlineData("When a lead is created whose phone is filled in, notify me", "When a lead is created that has a phone")]
    [InlineData("When a meeting is moved, notify me", "When a calendar event changes with a change to its start")]
    public void TheDirection_IsSaid(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    /// <summary>A place or a person is no status.</summary>
    [Theory]
    [InlineData("When a lead is moved to Berlin, notify me")]
    [InlineData("When an opportunity moves to Ana, notify me")]
    [InlineData("When a lead becomes Ana's, notify me")]
    [InlineData("When a deal reaches Berlin, notify me")]
    [InlineData("When a lead becomes Portuguese, notify me")]
    [InlineData("When a deal is set to Ana, notify me")]
    public void WhereItMoves_IsNoUnknownStatus(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a lead is moved to status Triage, notify me", "When a lead changes whose status has just become \"Triage\"")]
    [InlineData("When an opportunity gets to Proposal or Handover, notify me", "When an opportunity changes whose stage has just become \"Proposal\" or whose stage has just become \"Handover\"")]
    [InlineData("When a lead becomes status Triage, notify me", "When a lead changes whose status has just become \"Triage\"")]
    [InlineData("When an opportunity moves to \"Legal\", notify me", "When an opportunity changes whose stage has just become \"Legal\"")]
    public void WhereItMoves_IsAStatusByItsName(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    private static string Explained(string prompt) => Compiling.Compiled(prompt).Explanation;
}
