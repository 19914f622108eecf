namespace Cortex.Core.Tests.Compilation;

/// <summary>Kinds of wording about what becomes of records and events: where they get to, what is filled in, whose they become, and why.</summary>
public class ChangeWordingTests
{
    [Theory]
    [InlineData("When deals reach Negotiation, notify me", "When an opportunity changes whose stage has just become \"Negotiation\"")]
    [InlineData("When a deal falls back to Prospecting, notify me", "When an opportunity changes whose stage has just become \"Prospecting\"")]
    [InlineData("When a lead goes back into New, notify me", "When a lead changes whose status has just become \"New\"")]
    [InlineData("When leads move to Nurturing, notify me", "When a lead changes whose status has just become \"Nurturing\"")]
    [InlineData("When a case gets its priority lowered to Low, notify me", "When a case changes whose priority has just become \"Low\"")]
    [InlineData("When a lead has its rating changed to Warm, notify me", "When a lead changes whose rating has just become \"Warm\"")]
    [InlineData("When a case is handed to Ida Holm, notify me", "When a case changes whose owner's name has just become \"Ida Holm\"")]
    [InlineData("When a lead's owner changes to Ida Holm, notify me", "When a lead changes whose owner's name has just become \"Ida Holm\"")]
    [InlineData("When a lead gets an email address, notify me", "When a lead changes whose email has just been filled in")]
    [InlineData("When a meeting gets a location, notify me", "When a calendar event changes whose location has just been filled in")]
    [InlineData("When a meeting is moved to Room 5, notify me", "When a calendar event changes whose location has just come to contain \"Room 5\"")]
    [InlineData("When a meeting is renamed to \"Off\", notify me", "When a calendar event changes whose title has just become \"Off\"")]
    [InlineData("When someone adds \"Off\" to the title of an event, notify me", "When a calendar event changes whose title has just come to contain \"Off\"")]
    [InlineData("when the word \"off\" is put into an event's description, notify me", "When a calendar event changes whose description has just come to contain \"off\"")]
    [InlineData("When ida@x.example is added to a meeting, notify me", "When a calendar event changes whose attendees have just come to include ida@x.example")]
    [InlineData("When the next step of a deal is cleared, notify me", "When an opportunity changes whose next step has just been emptied")]
    public void WhatHasBecomeOfIt_IsSaidInManyWays(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("When a deal reaches 70% probability, notify me", "When an opportunity changes whose probability has just risen above 70 or whose probability has just become 70")]
    [InlineData("When a deal's probability hits 70, notify me", "When an opportunity changes whose probability has just risen above 70 or whose probability has just become 70")]
    [InlineData("When a deal climbs above 90k, notify me", "When an opportunity changes whose amount has just risen above 90000")]
    [InlineData("When a deal drops below 10% probability, notify me", "When an opportunity changes whose probability has just fallen below 10")]
    [InlineData("When a deal's amount is lowered to less than 500, notify me", "When an opportunity changes whose amount has just fallen below 500")]
    public void HowFarANumberHasCome_IsSaidInManyWays(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("When a deal is lost because of the delay, notify me", "When an opportunity changes whose stage has just become \"Closed Lost\" and that AI judges to match \"because of the delay\"")]
    [InlineData("When a workshop is cancelled because of illness, notify me", "When a calendar event is cancelled that AI judges to match \"a workshop\" and that AI judges to match \"because of illness\"")]
    public void Why_IsJudged(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    [Theory]
    [InlineData("When a customer opens a case, notify me", "When a case is created")]
    [InlineData("A lead has just landed in Salesforce: notify me", "When a lead is created")]
    [InlineData("When a case is logged by phone or email, notify me", "When a case is created whose origin is \"Phone\" or whose origin is \"Email\"")]
    [InlineData("When an opportunity of type New Business is created, notify me", "When an opportunity is created whose type is \"New Business\"")]
    [InlineData("When a case from @vip.example is created, notify me", "When a case is created whose contact's email is at vip.example")]
    [InlineData("When a case assigned to Ida Holm is created, notify me", "When a case is created whose owner's name is \"Ida Holm\"")]
    [InlineData("When a deal from a partner referral is created, notify me", "When an opportunity is created whose lead source is \"Partner Referral\"")]
    [InlineData("When a renewal opportunity is created, notify me", "When an opportunity is created whose type is \"Renewal\"")]
    [InlineData("When a deal is won or lost, notify me", "When an opportunity changes whose stage has just become \"Closed Won\" or whose stage has just become \"Closed Lost\"")]
    [InlineData("When a deal with Holm is created, notify me", "When an opportunity is created whose account name is \"Holm\"")]
    [InlineData("When a contact is created whose job title contains Buyer or Owner, notify me", "When a contact is created with \"Buyer\" in the job title or with \"Owner\" in the job title")]
    public void WhatComes_IsSaidInManyWays(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    /// <summary>A share is no amount, what something was before is not known, and a reason behind an instruction is the user's own.</summary>
    [Theory]
    [InlineData("When a deal goes past 80%, notify me")]
    [InlineData("When a deal over 80% is created, notify me")]
    [InlineData("When a deal moves from Proposal to Negotiation, notify me")]
    [InlineData("When a case is no longer New, notify me")]
    [InlineData("Get new leads from Spain assigned to Ida Holm and notify me")]
    [InlineData("When a deal's amount drops, notify me")]
    [InlineData("Notify me when a deal is won because of my quota")]
    public void WhatCannotBeSeen_IsRefused(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Label emails from ana@x.example \"Later\" because of the noise", "When an email arrives from ana@x.example, label it \"Later\".")]
    [InlineData("When a deal is won, notify me because I forget", "When an opportunity changes whose stage has just become \"Closed Won\", notify you: the opportunity's name.")]
    public void AReasonBehindAnInstruction_IsTheUsers(string prompt, string explanation) => Assert.Equal(explanation, Explained(prompt));

    private static string Explained(string prompt) => Compiling.Compiled(prompt).Explanation;
}
