namespace Cortex.Core.Tests.Compilation;

/// <summary>What could be read to the last word, and would yet not be what somebody meant.</summary>
public class MisreadingTests
{
    [Theory]
    [InlineData("For the next two weeks, star everything from ana@x.example")]
    [InlineData("Until I am back, archive mail from ana@x.example")]
    [InlineData("From Tuesday on, label mail from ana@x.example as Work")]
    [InlineData("Starting in July, archive mail from ana@x.example")]
    [InlineData("While I travel, star mail from ana@x.example")]
    public void ALimitInTime_IsNotLeftOut(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get an email from Ida about her brother Max, forward it to him")]
    [InlineData("When an email arrives about their neighbour Bo, send an email to him saying \"Hello\"")]
    [InlineData("When an email from ana@x.example arrives, forward it to her")]
    public void APronoun_IsNobodyElses(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When anything about a lead changes, tell me")]
    [InlineData("When a mail about an opportunity that closes arrives, star it")]
    [InlineData("Archive everything about the fair that's older than a week")]
    [InlineData("Star mails about the flight to Rome from Dublin")]
    [InlineData("Find the mails from ana@x.example and star them")]
    public void ADescription_HoldsNoEvent_NoAge_AndNoPlace(string prompt) => Compiling.Refused(prompt);

    /// <summary>A "not" behind a description belongs to what follows it.</summary>
    [Theory]
    [InlineData("When I get a bill for rent not from ana@x.example, trash it")]
    [InlineData("Star every invoice for paint not with an attachment")]
    [InlineData("When I get a quote for tiles never from ana@x.example, archive it")]
    [InlineData("When a meeting about payroll not on Mondays is created, delete it")]
    public void ADescription_TakesNoNot(string prompt) => Compiling.Refused(prompt);

    /// <summary>A clause behind "or" is no second text.</summary>
    [Theory]
    [InlineData("Trash emails from x.example unless the subject contains \"rent\" or they have an attachment")]
    [InlineData("When an event is created whose title contains \"choir\" or they are in room 4, delete it")]
    public void AClause_IsNoText(string prompt) => Compiling.Refused(prompt);

    /// <summary>What happens is no condition of what happens: a program that never or always runs is not meant.</summary>
    [Theory]
    [InlineData("When an opportunity is updated, notify me unless it is won")]
    [InlineData("When a meeting changes, delete it unless it is moved and ana@x.example attends")]
    [InlineData("When a case is updated, set its priority to High if it is escalated, otherwise set it to Low")]
    [InlineData("When an opportunity changes, email ana@x.example unless it is won and its amount is over 50k")]
    public void AnEventInACondition_IsNotHoisted(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Trash every email from x.example including receipts")]
    [InlineData("Archive mail from x.example, including newsletters")]
    public void WhatIsIncluded_IsNotAllThatIsMeant(string prompt) => Compiling.Refused(prompt);

    /// <summary>A meeting is over by the clock: nobody writes an email that says so.</summary>
    [Theory]
    [InlineData("If a yoga class is over, draft a follow-up")]
    [InlineData("When a rehearsal ends, star it")]
    [InlineData("Once a call starts, mark it as read")]
    public void WhatTheClockBrings_IsNoEmail(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When an opportunity is won, create a task for Bo due today and for Ida due tomorrow")]
    [InlineData("When a case is created, create a task due tomorrow and due next week")]
    public void WhatIsSaidTwice_IsNotSaidOnce(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a lead is created, create a task \"Call\" and set the status to Nurturing", "change the Salesforce lead to have \"Nurturing\" as the status")]
    [InlineData("When a lead is created, create a task \"Call\" and set the priority to High", "\"Call\" as the subject, the lead's description as the description, a link to the lead and \"High\" as the priority")]
    public void WhatIsSet_IsOfTheRecordThatCanHaveIt(string prompt, string explanation) => Assert.Contains(explanation, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("When a bill from ana@x.example arrives, label it Bills if it has an attachment and archive it")]
    [InlineData("When a case is created, notify me if its priority is High, then assign it to Bo")]
    [InlineData("Forward mail from ana@x.example to bo@x.example if it has an attachment and archive it")]
    [InlineData("When ana@x.example emails me, star it unless it has an attachment, then archive it")]
    [InlineData("When ana@x.example emails me, star it and label it Rent if it has an attachment, otherwise archive it")]
    [InlineData("When ana@x.example emails me: if it has an attachment star it. If it doesn't, archive it. Then notify me.")]
    [InlineData("When I get an email that isn't a receipt or from Ana, star it")]
    [InlineData("When ana@x.example emails me, delete it unless it mentions my lease and label the others")]
    public void ACondition_IsNotOfTheNextStep(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a case is given to Bo, whose owner's name changes to Bo, email him")]
    [InlineData("When a lead's owner name changes to Ida Holm, send her an email saying \"Yours\"")]
    [InlineData("When ana@x.example emails me, forward it to bo@x.example and email him \"See this\"")]
    [InlineData("When ana@x.example emails me about a new tenant, create a contact for them")]
    [InlineData("When web@x.example emails me, extract the email and the phone, create a lead and email them \"Hello\"")]
    [InlineData("Create a contact for every demo")]
    public void APerson_IsNobodyElse(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get an email with the subject Rent due which isn't from Bo, star it", "\"Rent due\" in the subject and not from")]
    [InlineData("When I get an email with the subject Rent that has an attachment, star it", "\"Rent\" in the subject and with an attachment")]
    [InlineData("When I get an email with the subject Rent received on a Monday, star it", "\"Rent\" in the subject and on a Monday")]
    [InlineData("When I get an email whose subject contains rent or whose body contains lease, star it", "\"rent\" in the subject or with \"lease\" in the body")]
    [InlineData("When I get an email from Ana re the roof, star it", "\"Ana\" in the name or address and that AI judges to match \"about the roof\"")]
    public void AnUnquotedValue_EndsWhereMoreIsSaid(string prompt, string condition) => Assert.Contains(condition, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("When I get an email whose subject contains neither rent nor lease, star it")]
    [InlineData("When I get an email whose subject contains rent etc, star it")]
    [InlineData("When I get an email whose subject contains things like rent, star it")]
    [InlineData("On anniversaries, notify me")]
    [InlineData("When a meeting in October is booked, notify me")]
    [InlineData("When I get an email after 6pm on weekdays or on weekends, star it")]
    [InlineData("Email bo@x.example when a meeting is cancelled saying \"Sorry\"")]
    [InlineData("Mails from ana@x.example are urgent, star them")]
    [InlineData("Check if mails from ana@x.example are starred")]
    [InlineData("When ana@x.example emails, answer everyone with \"Thanks\"")]
    public void WhatIsHardlyMeant_IsNotArmed(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a shift is moved, notify me", "When a calendar event changes that AI judges to match \"a shift\" and with a change to its start, notify you: the event's title.")]
    [InlineData("When I send an email to bo@x.example, create a contact for him", "When you send an email to bo@x.example, create a Salesforce contact with \"bo@x.example\" as the last name, the email's body as the description and \"bo@x.example\" as the email.")]
    [InlineData("When ana@x.example emails me, star it if it has an attachment, otherwise archive it", "When an email arrives from ana@x.example, if it has an attachment, star it; then if it has no attachment, archive it.")]
    [InlineData("When ana@x.example emails me, star it unless it has an attachment, otherwise archive it", "When an email arrives from ana@x.example, if it has an attachment, archive it; then if it has no attachment, star it.")]
    [InlineData("When ana@x.example emails me, star it. If it has an attachment, archive it", "When an email arrives from ana@x.example, star it; then if it has an attachment, archive it.")]
    [InlineData("When somebody invites me to a meeting, notify me", "When a calendar event is created, notify you: the event's title.")]
    [InlineData("When a meeting is booked called Lunch, notify me", "When a calendar event is created whose title contains \"Lunch\", notify you: the event's title.")]
    [InlineData("Email bo@x.example when a meeting with \"Sync\" in the title is cancelled", "When a calendar event is cancelled whose title contains \"Sync\", send an email to bo@x.example with the event's title as the subject and the event's title and description as the text.")]
    public void WhatCanBeReadSurely_IsRead(string prompt, string explanation) => Assert.Equal(explanation, Compiling.Compiled(prompt).Explanation);

    [Theory]
    [InlineData("In the morning, archive mail from ana@x.example")]
    [InlineData("At night: reply \"Asleep\" to mail from ana@x.example")]
    [InlineData("For Acme: forward mail from ana@x.example to bo@x.example")]
    [InlineData("In winter, star mail from ana@x.example")]
    public void WhatStandsBeforeTheEvent_IsNotLeftOut(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When ana@x.example emails me: if it has an attachment, star it; if it is unread, label it Rent; otherwise archive it")]
    [InlineData("If mail comes from ana@x.example, star it; if it has an attachment, archive it")]
    [InlineData("When a lead is created with status Open or rating Hot, notify me")]
    [InlineData("When a case is created with priority Low or origin Web, notify me")]
    public void SeveralCases_AreNotOne(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Star Ida's emails", "When an email arrives from anyone with \"Ida\" in the name or address, star it.")]
    [InlineData("When a French email from Ida arrives, star it", "When an email arrives from anyone with \"Ida\" in the name or address and that AI judges to match \"in French\", star it.")]
    [InlineData("When an email from Ida arrives at desk@x.example, star it", "When an email arrives to desk@x.example and from anyone with \"Ida\" in the name or address, star it.")]
    [InlineData("When I label an email Case, create a case with its subject and body", "When you label an email as \"Case\", create a Salesforce case with the email's subject as the subject and the email's body as the description.")]
    [InlineData("When a class on a Friday is cancelled, notify me", "When a calendar event is cancelled that AI judges to match \"a class\" and starting on a Friday, notify you: the event's title.")]
    [InlineData("Upon receipt of an email from ana@x.example, star it", "When an email arrives from ana@x.example, star it.")]
    [InlineData("In my calendar, notify me when a meeting starts", "When a calendar event starts, notify you: the event's title.")]
    [InlineData("Gmail: star mail from ana@x.example", "When an email arrives from ana@x.example, star it.")]
    public void WhatBelongsTogether_IsReadTogether(string prompt, string explanation) => Assert.Equal(explanation, Compiling.Compiled(prompt).Explanation);

    [Theory]
    [InlineData("Find any mail from ana@x.example and star it", "from ana@x.example")]
    [InlineData("Star mails about the flight to Rome", "\"about the flight to Rome\"")]
    [InlineData("I read mail at night. Star mail from ana@x.example", "from ana@x.example")]
    [InlineData("Emails that look like job offers: star", "\"a job offer\"")]
    public void WhatIsSaid_IsTaken(string prompt, string condition)
    {
        var explanation = Compiling.Compiled(prompt).Explanation;

        Assert.Contains(condition, explanation, StringComparison.Ordinal);
        Assert.EndsWith("star it.", explanation, StringComparison.Ordinal);
    }
}
