namespace Cortex.Core.Tests.Compilation;

/// <summary>How far a denial, an exception or an "otherwise" reaches, and what is only so beside what happens.</summary>
public class DenialScopeTests
{
    [Theory]
    [InlineData("When I get emails from ana@x.example except from bo@x.example and with \"rent\" in the subject, archive them")]
    [InlineData("Archive every email except from ana@x.example, with an attachment")]
    [InlineData("Archive every email except from ana@x.example with an attachment")]
    [InlineData("When I get an email, except from ana@x.example, with an attachment, archive it")]
    [InlineData("When an email arrives except newsletters and from ana@x.example, archive it")]
    [InlineData("When a lead is created except from Germany and with status Open, notify me")]
    [InlineData("When a lead is created with source Web but not from Germany and with rating Hot, notify me")]
    [InlineData("Star every email from x.example but not from bo@x.example with an attachment")]
    public void WhatFollowsAnException_MayBeAPartOfIt(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Archive emails without a cc to bo@x.example and with an attachment")]
    [InlineData("When I get an email with no attachment mentioning rent, archive it")]
    [InlineData("When I get an email with no attachment containing \"rent\", archive it")]
    [InlineData("When I get an email that isn't a newsletter from ana@x.example, archive it")]
    [InlineData("When a meeting is created with no attendees from x.example, notify me")]
    [InlineData("When a meeting is created with an attendee who isn't from x.example, notify me")]
    [InlineData("When a meeting is created with an attendee not from x.example, notify me")]
    public void WhatIsSaidOfAPart_IsNotOfTheWhole(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get an email without \"rent\" in the subject and an attachment, archive it")]
    [InlineData("When I get an email without \"rent\" and an attachment, archive it")]
    [InlineData("When I get an email that does not have an attachment and contain \"rent\", archive it")]
    [InlineData("Trash every email without \"rent\" in the subject and \"lease\" in the body")]
    [InlineData("When I get an email that isn't urgent and about rent, star it")]
    [InlineData("When I get an email, star it if it's not from ana@x.example with an attachment")]
    [InlineData("When a meeting is created not by ana@x.example with bo@x.example, delete it")]
    public void WhatSharesItsDenial_IsNotSaid(string prompt) => Compiling.Refused(prompt);

    /// <summary>What a field contains is not in another, and what happens is no alternative to what is so.</summary>
    [Theory]
    [InlineData("Trash every email whose subject isn't \"rent\" and contains \"lease\"")]
    [InlineData("When an opportunity's amount changes or its stage is Proposal, notify me")]
    [InlineData("When I get an email cc'd to ana@x.example but not to bo@x.example, archive it")]
    [InlineData("Archive every email whose subject contains \"rent\" and mentions the lease")]
    [InlineData("When a meeting is moved to anywhere but room 4, notify me")]
    public void WhatIsSaidOfOne_IsNotOfAnother(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get an email from ana@x.example and not from bo@x.example, archive it", "from ana@x.example and not from bo@x.example, archive it")]
    [InlineData("When I get an email from ana@x.example with an attachment but not from bo@x.example, archive it", "from ana@x.example and with an attachment and not from bo@x.example, archive it")]
    [InlineData("When I get an email that is not from ana@x.example and has an attachment, archive it", "not from ana@x.example and with an attachment, archive it")]
    [InlineData("When I get an email, archive it unless it is from ana@x.example", "not from ana@x.example, archive it")]
    [InlineData("When an email not from ana@x.example arrives with \"rent\" in the subject, star it", "arrives not from ana@x.example and with \"rent\" in the subject, star it")]
    [InlineData("When I get an email, archive it unless it is from ana@x.example and has an attachment", "not (from ana@x.example and with an attachment), archive it")]
    [InlineData("Archive all emails except those from ana@x.example with an attachment", "not (from ana@x.example and with an attachment), archive it")]
    [InlineData("Archive all emails except from ana@x.example or with an attachment", "not (from ana@x.example or with an attachment), archive it")]
    [InlineData("When I get an email whose subject ends with \"rent\" and is not from ana@x.example, star it", "ends with \"rent\" and not from ana@x.example, star it")]
    [InlineData("Archive newsletters when they come in, but keep the ones from Ana", "judges to match \"a newsletter\" and not from anyone with \"Ana\" in the name or address, archive it")]
    [InlineData("When I get an email without an attachment from ana@x.example, star it", "without an attachment and from ana@x.example, star it")]
    [InlineData("When I get an email without an attachment whose subject contains \"rent\", star it", "without an attachment and with \"rent\" in the subject, star it")]
    public void WhatIsReadInOneWay_IsRead(string prompt, string explanation) => Assert.Contains(explanation, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);

    /// <summary>Behind "when", the condition says what the automation is about; "otherwise" is not everything else there is.</summary>
    [Theory]
    [InlineData("When a meeting in room 4 is cancelled, email ana@x.example, otherwise delete it")]
    [InlineData("When an email from ana@x.example arrives, star it, otherwise archive it")]
    [InlineData("When I get an email on a weekend, star it, otherwise archive it")]
    [InlineData("When an email contains \"rent\", star it, otherwise archive it")]
    [InlineData("When a case comes in from the web, notify me; otherwise close it")]
    [InlineData("When a lead is from Germany, set its rating to Hot, otherwise set its rating to Cold")]
    [InlineData("Whenever a case is created with origin Web, set priority to High. Otherwise set priority to Low")]
    [InlineData("If a meeting in room 4 is moved, notify me, otherwise delete it")]
    [InlineData("If a meeting with ana@x.example starts, notify me, otherwise delete it")]
    [InlineData("If there is an email from ana@x.example, star it, otherwise archive it")]
    [InlineData("When I get an email from ana@x.example, archive it, but if it has an attachment star it")]
    public void Otherwise_IsNotOfTheEvent(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("If a meeting is in room 4, notify me, otherwise delete it", "if its location contains \"room 4\", notify you: the event's title; then if its location does not contain \"room 4\", delete the event")]
    [InlineData("If the origin of a new case is Web, set priority to High, otherwise set priority to Low", "if its origin is \"Web\", change the Salesforce case to have \"High\" as the priority; then if its origin is not \"Web\"")]
    [InlineData("When an email from ana@x.example arrives, if it has an attachment star it, otherwise archive it", "from ana@x.example, if it has an attachment, star it; then if it has no attachment, archive it")]
    public void Otherwise_IsOfAnIf(string prompt, string explanation) => Assert.Contains(explanation, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("When an opportunity's amount changes, notify me if it is won")]
    [InlineData("When a case's priority changes and it is closed, notify me")]
    [InlineData("When a case's priority changes to High, notify me if it is closed")]
    [InlineData("If a case is closed and its priority changes, notify me")]
    [InlineData("When an opportunity that is won is updated, notify me")]
    [InlineData("When a case is updated and it is escalated, notify me")]
    [InlineData("When a converted lead's status changes, notify me")]
    [InlineData("When the priority of a high priority case changes, notify me")]
    [InlineData("When a meeting's title changes, notify me if it is cancelled")]
    public void AState_IsNotWhatHappens(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a won opportunity's amount changes, notify me", "with a change to its amount and whose stage is \"Closed Won\", notify")]
    [InlineData("When the priority of a closed case changes, notify me", "with a change to its priority and whose status is \"Closed\", notify")]
    [InlineData("When a lost deal's owner changes, notify me", "with a change to its owner and whose stage is \"Closed Lost\", notify")]
    [InlineData("When a lead's status changes, notify me if it is converted", "whose status has just become \"Converted\" and with a change to its status, notify")]
    [InlineData("When an opportunity over 5000 is won, notify me", "whose stage has just become \"Closed Won\" and whose amount is more than 5000, notify")]
    [InlineData("When an opportunity is marked won, notify me", "whose stage has just become \"Closed Won\", notify")]
    [InlineData("Tell me about every won opportunity that changes", "an opportunity changes whose stage is \"Closed Won\", notify")]
    public void AState_IsWhatHolds(string prompt, string explanation) => Assert.Contains(explanation, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);
}
