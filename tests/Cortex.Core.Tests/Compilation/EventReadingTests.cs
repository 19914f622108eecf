using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

/// <summary>Which event words mean: what one piece of a sentence leaves open another decides.</summary>
public class EventReadingTests
{
    [Theory]
    [InlineData("When I star an email, notify me", "email.starred")]
    [InlineData("When I receive a starred email, notify me", "email.received")]
    [InlineData("Starred mail: notify me", "email.starred")]
    [InlineData("When I send an email to ana@x.example, notify me", "email.sent")]
    [InlineData("When an email comes in, notify me", "email.received")]
    [InlineData("When a new meeting is added to my calendar, notify me", "event.created")]
    [InlineData("When a meeting starts, notify me", "event.starting")]
    [InlineData("Let me know when a meeting is over", "event.ended")]
    [InlineData("When a meeting is called off, notify me", "event.cancelled")]
    [InlineData("When the location of an event changes, notify me", "event.updated")]
    [InlineData("When a meeting is rescheduled, notify me", "event.updated")]
    [InlineData("When a new lead comes in, notify me", "lead.created")]
    [InlineData("When a deal is won, notify me", "opportunity.updated")]
    [InlineData("when: case status is Closed then: notify me", "case.updated")]
    [InlineData("If a case subject starts with \"RMA\", notify me", "case.created")]
    public void Event_IsTheOneThatThePiecesAgreeOn(string prompt, string eventName) =>
        Assert.Equal(eventName, Compiling.Compiled(prompt).Program.Trigger.Event);

    [Theory]
    [InlineData("When an email from *@shop.example arrives, star it")]
    [InlineData("When an email from @shop.example arrives, star it")]
    [InlineData("When an email from anyone at shop.example arrives, star it")]
    public void AnyAddressOfADomain_IsSaidInManyWays(string prompt) =>
        Assert.Equal(new Comparison("from", Operator.EndsWith, Literal.Of("@shop.example")), Assert.Single(Assert.IsType<AllOf>(Compiling.Compiled(prompt).Program.Trigger.Where).Parts));

    [Theory]
    [InlineData("notify me 10 minutes before every meeting", 10)]
    [InlineData("When a meeting starts in half an hour, notify me", 30)]
    [InlineData("an hour before a meeting notify me", 60)]
    public void LeadTime_IsThePrompts(string prompt, int minutes) => Assert.Equal(minutes, Compiling.Compiled(prompt).Program.Trigger.MinutesBefore);

    [Theory]
    [InlineData("When a new opportunity is won, notify me")]
    [InlineData("When a Salesforce meeting starts, notify me")]
    [InlineData("When a starred meeting starts, notify me")]
    [InlineData("When a meeting starts or ends, notify me")]
    [InlineData("When an opportunity is about to close, notify me")]
    public void PiecesThatDoNotAgree_AreNoEvent(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Archive emails")]
    [InlineData("Forward emails to ana@x.example")]
    [InlineData("Archive the email from ana@x.example")]
    [InlineData("Delete emails from ana@x.example")]
    [InlineData("Label my emails from ana@x.example as Family")]
    public void CommandOnWhatIsAlreadyThere_IsNoAutomation(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get an email with subject Weekly report from ana@x.example, star it", """{"field":"subject","op":"contains","value":"Weekly report"},{"field":"from","op":"equals","value":"ana@x.example"}""")]
    [InlineData("When I get an email about the budget from ana@x.example, star it", """{"field":"item","op":"semantic","value":"about the budget"},{"field":"from","op":"equals","value":"ana@x.example"}""")]
    [InlineData("If the description of an event is empty, notify me", """{"not":{"field":"description","op":"exists","value":true}}""")]
    [InlineData("If the description of a case is empty, notify me", """{"not":{"field":"Description","op":"exists","value":true}}""")]
    [InlineData("When the title of an event without location changes, notify me", """{"not":{"field":"location","op":"exists","value":true}},{"field":"changed","op":"contains","value":"summary"}""")]
    [InlineData("When an event in my work calendar starts, notify me", """{"field":"calendar","op":"contains","value":"work"}""")]
    public void NoWord_IsTakenForText_OrDropped(string prompt, string conditions) =>
        Assert.Contains($$"""{"all":[{{conditions}}]}""", Compiling.Compiled(prompt).ProgramJson, StringComparison.Ordinal);

    [Fact]
    public void StateThatBecameTrue_IsAnEdge() =>
        Assert.Equal(
            new Comparison("Status", Operator.Equals, Literal.Of("Closed"), Edge: true),
            Assert.Single(Assert.IsType<AllOf>(Compiling.Compiled("when: a case is closed then: notify me").Program.Trigger.Where).Parts));

    [Theory]
    [InlineData("when: email from ana@x.example then: label it A and print it", "print it")]
    [InlineData("When the kettle boils, notify me", "the kettle boils")]
    public void WordsThatWereNotUnderstood_ArePointedAt(string prompt, string words)
    {
        var at = Compiling.Refused(prompt).At;

        Assert.NotNull(at);
        Assert.Equal(words, prompt.Substring(at.Value.Start, at.Value.Length));
    }
}
