using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

/// <summary>Kinds of wording, each with a few of its siblings: what is said besides the automation, who and what is meant without being named by a field.</summary>
public class WaysOfSayingTests
{
    [Theory]
    [InlineData("When an email arrives from ana@x.example, archive it so it does not get buried")]
    [InlineData("When an email arrives from ana@x.example, archive it because I read them elsewhere")]
    [InlineData("When an email arrives from ana@x.example, archive it - I never answer those")]
    [InlineData("When an email arrives from ana@x.example, archive it as well, day or night")]
    [InlineData("I run a shop and copy orders by hand. When an email arrives from ana@x.example, archive it")]
    [InlineData("Hi all, is there any way to archive every email from ana@x.example?")]
    [InlineData("What I need is to archive all emails from ana@x.example please!!!")]
    [InlineData("Any chance you could have all emails from ana@x.example archived?")]
    public void WhatIsSaidBesides_ChangesNothing(string prompt) =>
        Assert.Equal("""{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{"all":[{"field":"from","op":"equals","value":"ana@x.example"}]}},"steps":[{"tool":"gmail.archive","input":{}}]}""", Compiling.Compiled(prompt).ProgramJson);

    [Theory]
    [InlineData("When an email arrives from ana@x.example, archive it because it's not from Bob")]
    [InlineData("When an email arrives from ana@x.example, archive it, I want it labelled Work")]
    [InlineData("When an email arrives from ana@x.example, archive it so it is forwarded to bob@x.example")]
    [InlineData("When an email arrives from ana@x.example, archive it, so it goes to Bob")]
    [InlineData("When an email arrives from ana@x.example, archive it because I only need 5")]
    [InlineData("I delete emails from bob@x.example. When an email arrives, star it")]
    [InlineData("Lead reopened, status Working: notify me")]
    [InlineData("Meetings nobody wants, title \"Pier\": notify me")]
    [InlineData("Deals we like, amount over 5000: notify me")]
    [InlineData("My clients never pay and I forward their mails. When an email arrives from ana@x.example, star it")]
    public void WhatCouldBeMeant_IsNotPassedOver(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("If a parent says their child is ill, reply \"Get well soon\"", "a parent says their child is ill")]
    [InlineData("If a payment fails, label it \"Billing\"", "a payment fails")]
    [InlineData("If a customer sounds angry in an email, tell me", "a customer sounds angry in an email")]
    [InlineData("When a buyer wants a refund or a replacement, star it", "a buyer wants a refund or a replacement")]
    [InlineData("If a mail reports phishing, star it", "reports phishing")]
    [InlineData("When an email arrives in which they ask for a refund, star it", "in which they ask for a refund")]
    [InlineData("When an email is about refunds or returns, star it", "about refunds or returns")]
    [InlineData("If it's a newsletter, archive it", "a newsletter")]
    [InlineData("Unhappy tenant? label it \"Tenants\"", "Unhappy tenant")]
    [InlineData("When I get an estimate from a supplier, star it", "an estimate from a supplier")]
    [InlineData("When an email contains a link to a survey, archive it", "contains a link to a survey")]
    [InlineData("Emails in Dutch: label \"NL\"", "in Dutch")]
    [InlineData("When a patient emails to move an appointment, star it", "a patient emails to move an appointment")]
    [InlineData("Emails that ask for a discount: label \"Discounts\"", "asks for a discount")]
    [InlineData("Emails offering jobs: star", "offering jobs")]
    [InlineData("Archive every email that says I have won something", "says I have won something")]
    public void WhatSomebodyWrites_IsAMeaning(string prompt, string meaning) => Assert.Equal(new Comparison("item", Operator.Semantic, Literal.Of(meaning)), Only(prompt));

    [Theory]
    [InlineData("When someone unsubscribes, notify me")]
    [InlineData("If a payment fails, notify me")]
    [InlineData("When a meeting is booked, star it")]
    [InlineData("When a deal goes cold, label it \"Cold\"")]
    [InlineData("When somebody opens the door, star it")]
    [InlineData("When an email arrives where I'm in cc, star it")]
    [InlineData("When an email contains a word, star it")]
    [InlineData("When a case is created, notify me in Salesforce")]
    [InlineData("When an email arrives from ana@x.example, report it and star it")]
    [InlineData("Could you help? star it")]
    [InlineData("When a contact's phone changes and their email doesn't, notify me")]
    [InlineData("When I'm invited to a meeting by someone outside x.example, star it")]
    [InlineData("Rota emails from the ward (ward@x.example): star them")]
    [InlineData("When Rota emails from ward@x.example arrive, star them")]
    public void WhatNoEmailSays_IsNoMeaningOfOne(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When mrs dale (k.dale@x.example) writes, notify me", "from", Operator.Equals, "k.dale@x.example")]
    [InlineData("When an email from my grandson Theo comes in, notify me", "from", Operator.Contains, "Theo")]
    [InlineData("When an email from our sister firm dale.example comes in, notify me", "from", Operator.EndsWith, "@dale.example")]
    [InlineData("Got a mail from ana@x.example? notify me", "from", Operator.Equals, "ana@x.example")]
    [InlineData("I'd like mail from ana@x.example to be starred", "from", Operator.Equals, "ana@x.example")]
    [InlineData("Archive whatever comes from ana@x.example as soon as it arrives", "from", Operator.Equals, "ana@x.example")]
    [InlineData("If the subject says overdue, notify me", "subject", Operator.Contains, "overdue")]
    [InlineData("Reply automatically with \"Back soon\" to any email from ana@x.example", "from", Operator.Equals, "ana@x.example")]
    [InlineData("All mail going to jobs@x.example: archive", "to", Operator.Equals, "jobs@x.example")]
    [InlineData("If hr@x.example is on copy, label it \"Copies\"", "cc", Operator.Equals, "hr@x.example")]
    [InlineData("If the sender is called Ana, star it", "fromName", Operator.Contains, "Ana")]
    [InlineData("Promotions tab stuff: mark as read", "labels", Operator.Contains, "CATEGORY_PROMOTIONS")]
    [InlineData("When a mail comes with a pdf in it you star it", "attachments", Operator.Contains, "pdf")]
    [InlineData("Trigger: new email from ana@x.example. Action: star", "from", Operator.Equals, "ana@x.example")]
    [InlineData("If coach (coach@x.example) emails, notify me", "from", Operator.Equals, "coach@x.example")]
    [InlineData("When an email from an address ending in .edu arrives, star it", "from", Operator.EndsWith, ".edu")]
    [InlineData("If ana@x.example is in cc, archive it", "cc", Operator.Equals, "ana@x.example")]
    [InlineData("Anyone who emails support@x.example: reply \"Thanks\"", "to", Operator.Equals, "support@x.example")]
    [InlineData("When an email hits support@x.example, reply \"Thanks\"", "to", Operator.Equals, "support@x.example")]
    [InlineData("Archive anything in Promotions", "labels", Operator.Contains, "CATEGORY_PROMOTIONS")]
    [InlineData("When an email with an attachment named lease.pdf arrives, star it", "attachments", Operator.Contains, "lease.pdf")]
    public void OneCondition_IsSaidInManyWays(string prompt, string field, Operator op, string value) => Assert.Equal(new Comparison(field, op, Literal.Of(value)), Only(prompt));

    [Theory]
    [InlineData("When I star something, forward it to a@x.example", "gmail.forward")]
    [InlineData("Stuff from jobs@x.example should never hit my inbox", "gmail.archive")]
    [InlineData("No more mails from jobs@x.example please, straight to spam with them", "gmail.mark_spam")]
    [InlineData("Get emails from ana@x.example labelled as Family", "gmail.add_label")]
    [InlineData("I'd like a reply going out to every email from ana@x.example: \"Thanks\"", "gmail.reply")]
    public void OneInstruction_IsSaidInManyWays(string prompt, string tool) => Assert.Equal(tool, Assert.Single(Compiling.Compiled(prompt).Program.Steps).Tool);

    private static Condition Only(string prompt) => Assert.Single(Assert.IsType<AllOf>(Compiling.Compiled(prompt).Program.Trigger.Where).Parts);

    [Theory]
    [InlineData("Emails from ana@x.example should be marked as spam", "gmail.mark_spam")]
    [InlineData("Mail from ana@x.example is to be starred", "gmail.star")]
    [InlineData("Emails from ana@x.example go straight to the \"Ana\" label", "gmail.add_label")]
    [InlineData("All emails from ana@x.example get the label Ana", "gmail.add_label")]
    [InlineData("Please mark emails from ana@x.example as important", "gmail.add_label")]
    [InlineData("Everything from ana@x.example goes under Ana", "gmail.add_label")]
    [InlineData("Mails from ana@x.example need a star", "gmail.star")]
    [InlineData("Mail from ana@x.example → spam folder", "gmail.mark_spam")]
    [InlineData("Emails from ana@x.example should be reported to me", "notify.user")]
    [InlineData("Everything from ana@x.example should be moved to the trash", "gmail.trash")]
    public void WhatIsToBecomeOfIt_IsAnInstruction(string prompt, string tool) => Assert.Equal(tool, Assert.Single(Compiling.Compiled(prompt).Program.Steps).Tool);

    [Theory]
    [InlineData("Unless it's from ana@x.example, archive emails with \"digest\" in the subject", "When an email arrives with \"digest\" in the subject and not from ana@x.example, archive it.")]
    [InlineData("On weekends, archive emails from ana@x.example", "When an email arrives (on a Saturday or on a Sunday) and from ana@x.example, archive it.")]
    [InlineData("If it's a Sunday, reply \"Closed\" to whoever mails us", "When an email arrives on a Sunday, reply with \"Closed\".")]
    [InlineData("Mails from ana@x.example, bo@x.example and cy@x.example: star them", "When an email arrives from ana@x.example or from bo@x.example or from cy@x.example, star it.")]
    [InlineData("When an email arrives from ana@x.example, create a task \"Call\" in Salesforce", "When an email arrives from ana@x.example, create a Salesforce task with \"Call\" as the subject and the email's body as the description.")]
    [InlineData("Tell me if somebody asks me for my bank details", "When an email arrives that AI judges to match \"somebody asks me for my bank details\", notify you: the email's subject.")]
    [InlineData("When an opportunity gets to Proposal or Negotiation, notify me", "When an opportunity changes whose stage has just become \"Proposal\" or whose stage has just become \"Negotiation\", notify you: the opportunity's name.")]
    [InlineData("Rescheduled meetings: notify me", "When a calendar event changes with a change to its start, notify you: the event's title.")]
    [InlineData("Birthday events: two hours before, remind me to buy flowers", "2 hours before a calendar event starts that AI judges to match \"a birthday\", notify you: \"buy flowers\".")]
    [InlineData("Email new leads \"Thanks for your interest\"", "When a lead is created, send an email to the lead's email with the lead's name as the subject and \"Thanks for your interest\" as the text.")]
    [InlineData("Every new lead gets rating Warm", "When a lead is created, change the Salesforce lead to have \"Warm\" as the rating.")]
    [InlineData("When a lead gets the rating Warm, notify me", "When a lead changes whose rating has just become \"Warm\", notify you: the lead's name.")]
    [InlineData("Complaints about late parcels should be sent on to bo@x.example", "When an email arrives that AI judges to match \"a complaint about late parcels\", forward it to bo@x.example.")]
    [InlineData("Emails from ana@x.example -> bo@x.example", "When an email arrives from ana@x.example, forward it to bo@x.example.")]
    [InlineData("\"Standup\" mails get starred", "When an email arrives with \"Standup\" in the subject, star it.")]
    [InlineData("Friday emails from ana@x.example: star", "When an email arrives from ana@x.example and on a Friday, star it.")]
    [InlineData("Emails from ana@x.example are to be labelled Ana and marked as read", "When an email arrives from ana@x.example, label it \"Ana\", then mark it as read.")]
    [InlineData("Lost deals: notify me", "When an opportunity changes whose stage has just become \"Closed Lost\", notify you: the opportunity's name.")]
    [InlineData("The day before a meeting with ana@x.example, notify me", "1 day before a calendar event starts attended by ana@x.example, notify you: the event's title.")]
    [InlineData("Trash emails with \"offer\" in the subject when they arrive", "When an email arrives with \"offer\" in the subject, move it to the trash.")]
    [InlineData("Let bo@x.example know about every new account", "When an account is created, send an email to bo@x.example with the account's name as the subject and the account's name and description as the text.")]
    [InlineData("Flight itineraries → bo@x.example", "When an email arrives that AI judges to match \"a flight itinerary\", forward it to bo@x.example.")]
    [InlineData("After a meeting titled Retro finishes, notify me", "When a calendar event ends whose title contains \"Retro\", notify you: the event's title.")]
    [InlineData("Send me a summary of any email from ana@x.example", "When an email arrives from ana@x.example, let AI summarize it, then notify you: the summary of step 1.")]
    [InlineData("When a case with priority high becomes escalated, notify me", "When a case changes whose status has just become \"Escalated\" and whose priority is \"High\", notify you: the case's subject.")]
    [InlineData("As soon as a case is escalated, unless the origin is Web, notify me", "When a case changes whose status has just become \"Escalated\" and whose origin is not \"Web\", notify you: the case's subject.")]
    [InlineData("Cancelled meeting, location \"Room 4\": notify me", "When a calendar event is cancelled whose location contains \"Room 4\", notify you: the event's title.")]
    [InlineData("Attention: cancelled meeting, title \"Pier\": notify me", "When a calendar event is cancelled whose title contains \"Pier\", notify you: the event's title.")]
    [InlineData("Leads from Spain, rating Hot: notify me", "When a lead is created whose country is \"Spain\" and whose rating is \"Hot\", notify you: the lead's name.")]
    [InlineData("Deal follow up: when a deal is won, notify me", "When an opportunity changes whose stage has just become \"Closed Won\", notify you: the opportunity's name.")]
    [InlineData("New lead, status Working → notify me", "When a lead is created whose status is \"Working\", notify you: the lead's name.")]
    [InlineData("Hello, lost deal, amount over 5000: notify me", "When an opportunity changes whose amount is more than 5000 and whose stage has just become \"Closed Lost\", notify you: the opportunity's name.")]
    [InlineData("Get an email when a case is escalated", "When a case changes whose status has just become \"Escalated\", send an email to you with the case's subject as the subject and the case's subject and description as the text.")]
    [InlineData("Send me an email notification when a task is created", "When a task is created, send an email to you with the task's subject as the subject and the task's subject and description as the text.")]
    [InlineData("Shoot me an email when a task is created", "When a task is created, send an email to you with the task's subject as the subject and the task's subject and description as the text.")]
    [InlineData("When a task is created, I get a notification", "When a task is created, notify you: the task's subject.")]
    [InlineData("Heads-up an hour before an interview", "1 hour before a calendar event starts that AI judges to match \"an interview\", notify you: the event's title.")]
    [InlineData("Put the close date of each new deal on my calendar", "When an opportunity is created, create a calendar event called the opportunity's name that starts at the opportunity's close date.")]
    [InlineData("Log new meetings in Salesforce as events", "When a calendar event is created, create a Salesforce event with the event's title as the subject and the event's description as the description.")]
    [InlineData("When a deal is won, schedule a handover on my calendar tomorrow at 9", "When an opportunity changes whose stage has just become \"Closed Won\", create a calendar event called \"Handover\" that starts tomorrow at 09:00.")]
    [InlineData("When a deal is won, put a \"Handover\" meeting on my calendar tomorrow at 9", "When an opportunity changes whose stage has just become \"Closed Won\", create a calendar event called \"Handover\" that starts tomorrow at 09:00.")]
    public void WhatStandsFirst_OrApart_KeepsItsPlace(string prompt, string explanation) => Assert.Equal(explanation, Compiling.Compiled(prompt).Explanation);

    [Theory]
    [InlineData("with the case number in the subject", "the case's case number as the subject and the case's subject and description as the text")]
    [InlineData("with the subject \"Fire\" and the case description as the body", "\"Fire\" as the subject and the case's description as the text")]
    [InlineData("with \"Fire\" as the subject and \"Run\" as the text", "\"Fire\" as the subject and \"Run\" as the text")]
    [InlineData("with the survey link https://x.example/s", "the case's subject as the subject and \"https://x.example/s\" as the text")]
    [InlineData("a link: https://x.example/s", "the case's subject as the subject and \"https://x.example/s\" as the text")]
    public void WhatAnEmailHolds_IsSaidInManyWays(string words, string means) =>
        Assert.Equal($"When a case is created, send an email to bo@x.example with {means}.", Compiling.Compiled($"When a case is created, email bo@x.example {words}").Explanation);

    [Theory]
    [InlineData("When an email from ana@x.example and from bo@x.example arrives, star it")]
    [InlineData("When an opportunity is created, create a Jira ticket")]
    [InlineData("When a case is created, create a Trello task and notify me")]
    public void WhatCannotBe_OrIsElsewhere_IsNoAutomation(string prompt) => Compiling.Refused(prompt);

    [Fact]
    public void AVerb_IsNoPartOfASort() =>
        Assert.Equal("When an email arrives that AI judges to match \"a receipt\", forward it to books@x.example, then archive it.", Compiling.Compiled("Fwd receipts to books@x.example, then archive").Explanation);

    [Theory]
    [InlineData("2 hours after an email from ana@x.example arrives, notify me", "wait 2 hours, then notify you: the email's subject")]
    [InlineData("Remind me an hour after I get an email from ana@x.example", "wait 1 hour, then notify you: the email's subject")]
    [InlineData("Archive emails from ana@x.example after 2 days", "wait 48 hours, then archive it")]
    [InlineData("When ana@x.example writes, star it and remind me in 2 days", "star it, then wait 48 hours, then notify you: the email's subject")]
    [InlineData("When ana@x.example writes, remind me to call her and star it", "notify you: \"call her\", then star it")]
    [InlineData("When ana@x.example writes, email bo@x.example the subject and the body", "send an email to bo@x.example with the email's subject as the subject and the email's subject and body as the text")]
    [InlineData("When ana@x.example writes, notify me \"Mail from {sender name}\"", "notify you: \"Mail from [the sender's name]\"")]
    [InlineData("When ana@x.example writes, if there's an attachment star it, else archive it", "if it has an attachment, star it; then if it has no attachment, archive it")]
    public void WhatIsDoneLater_OrWithFields_IsReadInItsPlace(string prompt, string steps) => Assert.Equal($"When an email arrives from ana@x.example, {steps}.", Compiling.Compiled(prompt).Explanation);

    [Theory]
    [InlineData("After every meeting, notify me", "When a calendar event ends, notify you: the event's title.")]
    [InlineData("After a meeting is cancelled, notify me", "When a calendar event is cancelled, notify you: the event's title.")]
    [InlineData("2 hours after a meeting, notify me", "When a calendar event ends, wait 2 hours, then notify you: the event's title.")]
    public void After_IsWhenSomethingHasHappened(string prompt, string explanation) => Assert.Equal(explanation, Compiling.Compiled(prompt).Explanation);

    [Fact]
    public void APlaceholderThatNamesNoField_IsNoText() => Compiling.Refused("When ana@x.example writes, notify me \"Mail about {colour}\"");

    [Fact]
    public void AnAddress_IsNoOtherTextOfTheSubject() =>
        Assert.Equal("When an email arrives with \"standup\" in the subject or from bot@x.example, archive it.", Compiling.Compiled("Emails with subject \"standup\" or from bot@x.example: archive").Explanation);

    [Theory]
    [InlineData("When emails are archived, notify me")]
    [InlineData("When an email from ana@x.example goes to the trash, notify me")]
    [InlineData("Whenever a message goes to spam, notify me")]
    [InlineData("When an email is marked as read, star it")]
    [InlineData("When an email from ana@x.example is forwarded to bo@x.example, notify me")]
    [InlineData("Notify me when emails are moved to the trash")]
    [InlineData("When the amount of an opportunity is lowered, notify me")]
    public void WhatHappens_IsNoInstruction(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When emails get the label Sales, notify me", "When you label an email as \"Sales\", notify you: the email's subject.")]
    [InlineData("Emails from ana@x.example get the label Ana and are marked as read", "When an email arrives from ana@x.example, label it \"Ana\", then mark it as read.")]
    [InlineData("When an email is labelled Done, archive it", "When you label an email as \"Done\", archive it.")]
    [InlineData("An email gets starred -> forward it to ana@x.example", "When you star an email, forward it to ana@x.example.")]
    public void WhatAnEmailGets_IsAnEventAfterWhen_AndElseAnInstruction(string prompt, string explanation) => Assert.Equal(explanation, Compiling.Compiled(prompt).Explanation);
}
