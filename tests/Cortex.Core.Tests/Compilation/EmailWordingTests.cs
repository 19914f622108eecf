namespace Cortex.Core.Tests.Compilation;

/// <summary>Kinds of wording about emails, each with a few of its siblings and with what must not be taken for it. The explanation is the program.</summary>
public class EmailWordingTests
{
    [Theory]
    [InlineData("Archive newsletters and promotions", "an email arrives that AI judges to match \"a newsletter or a promotion\", archive it")]
    [InlineData("When I get a payslip or a contract, star it", "an email arrives that AI judges to match \"a payslip or a contract\", star it")]
    [InlineData("Bills, receipts and statements: label Money", "an email arrives that AI judges to match \"a bill, a receipt or a statement\", label it \"Money\"")]
    [InlineData("Archive newsletters and notify me", "an email arrives that AI judges to match \"a newsletter\", archive it, then notify you: the email's subject")]
    [InlineData("When I get an email with a payslip, star it", "an email arrives that AI judges to match \"with a payslip\", star it")]
    [InlineData("Emails without a receipt: archive", "an email arrives that AI judges not to match \"with a receipt\", archive it")]
    [InlineData("If an email has a contract attached, star it", "an email arrives with an attachment and that AI judges to match \"with a contract attached\", star it")]
    [InlineData("Emails with payslip in the subject: star", "an email arrives with \"payslip\" in the subject, star it")]
    [InlineData("Star any email with an angry tone", "an email arrives that AI judges to match \"with an angry tone\", star it")]
    public void ASortOfEmail_IsAMeaning(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("When a supplier emails me, star it", "an email arrives that AI judges to match \"from a supplier\", star it")]
    [InlineData("Label emails from headhunters as Jobs", "an email arrives that AI judges to match \"from a headhunter\", label it \"Jobs\"")]
    [InlineData("Emails from banks, shops and airlines: archive", "an email arrives that AI judges to match \"from a bank, a shop or an airline\", archive it")]
    [InlineData("When an email is not from a client, archive it", "an email arrives that AI judges not to match \"from a client\", archive it")]
    [InlineData("Emails from a client at dale.example: star", "an email arrives from any address at dale.example, star it")]
    [InlineData("Emails from shops@x.example: archive", "an email arrives from shops@x.example, archive it")]
    [InlineData("When an email from Dr. Dale arrives, star it", "an email arrives from anyone with \"Dale\" in the name or address, star it")]
    [InlineData("Emails from a specific address, ana@x.example: star", "an email arrives from ana@x.example, star it")]
    [InlineData("Emails from domains containing \"promo\": archive", "an email arrives from anyone with \"promo\" in the name or address, archive it")]
    [InlineData("if: from address ana@x.example then: star", "an email arrives from ana@x.example, star it")]
    public void WhoIsNotNamed_IsAMeaning_AndAnAddressCounts(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("If an email asks me to schedule a call, star it", "an email asks me to schedule a call")]
    [InlineData("When someone wants to book a table, star it", "someone wants to book a table")]
    [InlineData("When tenants ask for a repair, star it", "tenants ask for a repair")]
    [InlineData("When parents write that their child is ill, star it", "parents write that their child is ill")]
    [InlineData("When someone asks us to take them off the list, star it", "someone asks us to take them off the list")]
    public void WhatIsAskedFor_IsNoInstruction(string prompt, string meaning) => AssertReads($"an email arrives that AI judges to match \"{meaning}\", star it", prompt);

    [Theory]
    [InlineData("New attachment in Gmail → star it", "an email arrives with an attachment, star it")]
    [InlineData("When someone sends me a PDF, star it", "an email arrives whose attachment names include one that contains \"pdf\", star it")]
    [InlineData("Docx attachments from ana@x.example: star", "an email arrives whose attachment names include one that contains \"docx\" and from ana@x.example, star it")]
    public void AnAttachmentThatComes_IsAnEmailWithOne(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("PDF attachments containing \"lease\": star")]
    [InlineData("If the attachment contains \"lease\", star it")]
    [InlineData("When someone sends me a file called \"lease\", star it")]
    public void WhatIsInAnAttachment_IsNotInTheEmail(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Mail from ana@x.example goes straight into spam", "an email arrives from ana@x.example, mark it as spam")]
    [InlineData("I want emails from ana@x.example to be automatically archived", "an email arrives from ana@x.example, archive it")]
    [InlineData("Any email to jobs@x.example gets the label Jobs", "an email arrives to jobs@x.example, label it \"Jobs\"")]
    [InlineData("Emails from ana@x.example are to be starred for follow-up, labelled Ana and archived", "an email arrives from ana@x.example, star it, then label it \"Ana\", then archive it")]
    [InlineData("Take the \"Todo\" label off everything from ana@x.example", "an email arrives from ana@x.example, remove the label \"Todo\"")]
    [InlineData("Star and archive emails from ana@x.example", "an email arrives from ana@x.example, star it, then archive it")]
    [InlineData("Mark as read and forward to bo@x.example every email from ana@x.example", "an email arrives from ana@x.example, mark it as read, then forward it to bo@x.example")]
    [InlineData("Ignore emails from ana@x.example", "an email arrives from ana@x.example, do nothing")]
    [InlineData("Delete all future emails from ana@x.example", "an email arrives from ana@x.example, move it to the trash")]
    [InlineData("When ana@x.example emails me, send a standard reply saying \"Thanks\"", "an email arrives from ana@x.example, reply with \"Thanks\"")]
    [InlineData("If somebody writes to old@x.example answer: I have moved, please use new@x.example", "an email arrives to old@x.example, reply with \"I have moved, please use new@x.example\"")]
    [InlineData("When I get an email from ana@x.example, make a calendar event out of it", "an email arrives from ana@x.example, create a calendar event called the email's subject that starts at the email's date")]
    [InlineData("Turn emails from ana@x.example into calendar events", "an email arrives from ana@x.example, create a calendar event called the email's subject that starts at the email's date")]
    [InlineData("Log sent mails to Salesforce as notes", "you send an email, create a Salesforce note with the email's subject as the title and the email's body as the body")]
    public void WhatIsToBecomeOfEmails_IsSaidInManyWays(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Star it and archive emails from ana@x.example")]
    [InlineData("Notify me and archive emails from ana@x.example")]
    [InlineData("When ana@x.example emails me, reply: thanks and archive it")]
    [InlineData("When ana@x.example emails me, add an all day event to my calendar")]
    [InlineData("When ana@x.example emails me, create a weekly event on my calendar")]
    public void WhatCouldMeanSomethingElse_IsNotTaken(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I star an email, create a task and a calendar event", "create a Salesforce task with the email's subject as the subject and the email's body as the description, then create a calendar event called the email's subject that starts at the email's date")]
    [InlineData("When I star an email, create a task \"Call\" due tomorrow and an event called \"Call\" in 2 days", "create a Salesforce task with \"Call\" as the subject, the email's body as the description and tomorrow as the due date, then create a calendar event called \"Call\" that starts in 2 days")]
    [InlineData("When I star an email, create an event for 3 days from now", "create a calendar event called the email's subject that starts in 3 days")]
    [InlineData("When I star an email, remind me in two days to call back", "wait 48 hours, then notify you: \"call back\"")]
    [InlineData("When I star an email, remind me to call back in 3 days", "wait 72 hours, then notify you: \"call back\"")]
    [InlineData("When I star an email, remind me after 2 hours to read it and archive it", "wait 2 hours, then notify you: \"read it\", then archive it")]
    public void WhatIsMadeBesides_OrLater_IsAStepOfItsOwn(string prompt, string steps) => AssertReads($"you star an email, {steps}", prompt);

    [Theory]
    [InlineData("When I star an email, remind me to answer it tomorrow")]
    [InlineData("When I star an email, create a task and call ana@x.example")]
    [InlineData("When I star an email, create a task called \"x\" and a label")]
    public void WhatIsNoStep_IsNotLeftOut(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("I'm trying to star emails from ana@x.example", "an email arrives from ana@x.example, star it")]
    [InlineData("Watch my inbox for emails from ana@x.example and star them", "an email arrives from ana@x.example, star it")]
    [InlineData("Watch my inbox for \"overdue\" in the subject", "an email arrives with \"overdue\" in the subject, notify you: the email's subject")]
    [InlineData("Tell me about emails about \"board\" in the subject", "an email arrives with \"board\" in the subject, notify you: the email's subject")]
    [InlineData("New sent email: star it", "you send an email, star it")]
    [InlineData("After I've sent an email to ana@x.example, star it", "you send an email to ana@x.example, star it")]
    [InlineData("New starred email → forward to ana@x.example", "you star an email, forward it to ana@x.example")]
    [InlineData("When a new starred email arrives, archive it", "an email arrives marked as starred, archive it")]
    [InlineData("When I have starred an email, archive it", "you star an email, archive it")]
    [InlineData("Once I've labelled something Done: mark it read", "you label an email as \"Done\", mark it as read")]
    [InlineData("Whenever a message in Gmail gets the label Later, star it", "you label an email as \"Later\", star it")]
    [InlineData("When an email goes out from my account to ana@x.example, star it", "you send an email to ana@x.example, star it")]
    public void AnEvent_IsSaidInManyWays(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Label as \"Boxes\" everything that UPS sends", "an email arrives from anyone with \"UPS\" in the name or address, label it \"Boxes\"")]
    [InlineData("If the sender's domain is dale.example, star it", "an email arrives from any address at dale.example, star it")]
    [InlineData("Anything cc'd to legal@x.example gets labelled Legal", "an email arrives copied to legal@x.example, label it \"Legal\"")]
    [InlineData("Give emails that mention \"NDA\" the label \"Law\"", "an email arrives with \"NDA\" in the body, label it \"Law\"")]
    [InlineData("Send mail from promo@x.example straight to spam", "an email arrives from promo@x.example, mark it as spam")]
    [InlineData("When an email titled \"Rota\" comes, star it", "an email arrives with \"Rota\" in the subject, star it")]
    [InlineData("If somebody at dale.example emails, star it", "an email arrives from any address at dale.example, star it")]
    [InlineData("Received an email with subject \"Rota\"? Star it.", "an email arrives with \"Rota\" in the subject, star it")]
    [InlineData("If an email has \"PO\" in the subject plus an attachment, star it", "an email arrives with \"PO\" in the subject and with an attachment, star it")]
    [InlineData("Star mail from my lawyer, Ms. Dale", "an email arrives from anyone with \"Dale\" in the name or address, star it")]
    [InlineData("Star every email from ana@x.example but only those with an attachment", "an email arrives from ana@x.example and with an attachment, star it")]
    [InlineData("Save emails from ana@x.example as Google Calendar events", "an email arrives from ana@x.example, create a calendar event called the email's subject that starts at the email's date")]
    [InlineData("When ana@x.example emails me, message bo@x.example with the subject \"News\" and the sender's name in the body", "an email arrives from ana@x.example, send an email to bo@x.example with \"News\" as the subject and the sender's name as the text")]
    [InlineData("When ana@x.example emails me, create a Salesforce task due in two days titled \"Answer\"", "an email arrives from ana@x.example, create a Salesforce task with \"Answer\" as the subject, the email's body as the description and 2 days later as the due date")]
    [InlineData("When ana@x.example emails me, turn it into a Salesforce lead with source Web", "an email arrives from ana@x.example, create a Salesforce lead with \"Unknown\" as the company, the sender's name or else the email's sender as the last name, the email's body as the description, the email's sender as the email and \"Web\" as the lead source")]
    [InlineData("Receipts: pull out the due date and add it to my calendar", "an email arrives that AI judges to match \"a receipt\", let AI extract \"due date\" from it, then create a calendar event called the email's subject that starts at the due date of step 1, with the due date of step 1 as the description")]
    public void Siblings_AreReadAlike(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("New Salesforce cases to Google Calendar events", "a case is created, create a calendar event called the case's subject that starts at the case's creation date")]
    [InlineData("Make Salesforce events from new Google Calendar events", "a calendar event is created, create a Salesforce event with the event's title as the subject and the event's description as the description")]
    [InlineData("Star emails from my \"Landlord\"", "an email arrives from anyone with \"Landlord\" in the name or address, star it")]
    [InlineData("When a case with priority High comes in through Phone, notify me", "a case is created whose priority is \"High\" and whose origin is \"Phone\", notify you: the case's subject")]
    [InlineData("New contact with title CTO? notify me", "a contact is created with \"CTO\" in the job title, notify you: the contact's name")]
    [InlineData("When a case is created, set priority High", "a case is created, change the Salesforce case to have \"High\" as the priority")]
    [InlineData("When a deal is won, add a kick-off to my calendar in 5 days at 10am", "an opportunity changes whose stage has just become \"Closed Won\", create a calendar event called \"Kick-off\" that starts in 5 days at 10:00")]
    [InlineData("When a case is opened where the customer threatens to sue, notify me", "a case is created that AI judges to match \"where the customer threatens to sue\", notify you: the case's subject")]
    public void ARecordThatComes_IsSaidInManyWays(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("When an email case is opened, notify me")]
    [InlineData("When an email arrives a task is created")]
    public void WhatIsMade_IsNoInstruction_AfterWhen(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Keep an eye on my inbox and tell me about anything urgent", "an email arrives that AI judges to match \"urgent\", notify you: the email's subject")]
    [InlineData("Watch my inbox and star emails from ana@x.example", "an email arrives from ana@x.example, star it")]
    [InlineData("Auto reply to anyone who emails me over the weekend that I am back on Monday", "an email arrives on a Saturday or on a Sunday, reply with \"I am back on Monday\"")]
    [InlineData("Emails labelled \"Prospect\" get a reply saying \"Thanks\"", "an email arrives that has the label \"Prospect\", reply with \"Thanks\"")]
    [InlineData("Tell me about emails that are marked as unimportant", "an email arrives not marked as important, notify you: the email's subject")]
    [InlineData("Delete emails from ana@x.example unless the subject contains \"bill\"", "an email arrives from ana@x.example and without \"bill\" in the subject, move it to the trash")]
    [InlineData("Emails to me@x.example that aren't from a dale.example address: archive", "an email arrives to me@x.example and not from any address at dale.example, archive it")]
    [InlineData("Emails that have either \"due\" or \"late\" in the subject: star", "an email arrives with \"due\" in the subject or with \"late\" in the subject, star it")]
    [InlineData("Emails with \"PO-\" at the start of the subject: star", "an email arrives whose subject starts with \"PO-\", star it")]
    [InlineData("Watch my gmail for messages that mention rent in the subject line and come from ana@x.example", "an email arrives with \"rent\" in the subject and from ana@x.example, notify you: the email's subject")]
    [InlineData("Use AI to classify each new email as Sales, Support or Other and label it that way", "an email arrives, let AI say which of \"Sales\", \"Support\" and \"Other\" it is, then label it the label of step 1")]
    [InlineData("Can you label emails from ana@x.example as Work?", "an email arrives from ana@x.example, label it \"Work\"")]
    [InlineData("Draft a reply to every email from ana@x.example", "an email arrives from ana@x.example, let AI write a text based on it with the instructions \"Draft a reply\", then write a draft reply with the text of step 1 as the text")]
    public void WhatIsSaidAsInTalk_IsRead(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Fact]
    public void AChatWord_IsNoNumber() => Assert.Equal("5 minutes before a calendar event starts, notify you: the event's title.", Compiling.Compiled("Buzz me 5 min b4 every mtg").Explanation);

    [Theory]
    [InlineData("Reply to emails from ana@x.example that ask for a refund")]
    [InlineData("When a lead is created, assign it to Mateo and send him an email")]
    [InlineData("When I get an email with a bill, pull out the date and the due date and create an event on my calendar")]
    [InlineData("Delete emails from ana@x.example")]
    public void WhatIsOpen_IsNotGuessed(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("Archive newsletters except those from Bo with an attachment", "an email arrives that AI judges to match \"a newsletter\" and not (from anyone with \"Bo\" in the name or address and with an attachment), archive it")]
    [InlineData("When an email gets the label Work from Bo, archive it", "you label an email as \"Work\" and from anyone with \"Bo\" in the name or address, archive it")]
    [InlineData("When I get an email with the subject Demo from Bo, star it", "an email arrives with \"Demo\" in the subject and from anyone with \"Bo\" in the name or address, star it")]
    [InlineData("When a meeting titled Demo without a location is added, notify me", "a calendar event is created whose title contains \"Demo\" and without a location, notify you: the event's title")]
    [InlineData("When I star an email, create a task called Call with priority High for Mateo in 2 days", "you star an email, create a Salesforce task with \"Call\" as the subject, the email's body as the description, 2 days later as the due date, \"High\" as the priority and \"Mateo\" as the owner")]
    [InlineData("When I star an email, create a task titled Call and an event titled Call tomorrow at 9am", "you star an email, create a Salesforce task with \"Call\" as the subject and the email's body as the description, then create a calendar event called \"Call\" that starts tomorrow at 09:00")]
    [InlineData("When a meeting starts, notify the attendees", "a calendar event starts, send an email to the event's attendees with the event's title as the subject and the event's title and description as the text")]
    [InlineData("When a meeting's location is set to Paris, notify me", "a calendar event changes whose location has just become \"Paris\", notify you: the event's title")]
    [InlineData("When a client sends me a file, star it", "an email arrives that AI judges to match \"a client sends me a file\", star it")]
    public void WhatStandsBehindAValue_IsNoPartOfIt(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Delete emails from Bo unless they have an attachment and star those")]
    [InlineData("When Ana emails me, star it, and archive it unless it has an attachment")]
    [InlineData("Star emails from Bo, and archive them if they have an attachment")]
    [InlineData("When an email from Bo is starred or labelled Work, archive it")]
    [InlineData("When an email is labelled Work by me, star it")]
    [InlineData("When an email gets a label other than Work, archive it")]
    [InlineData("When Bo emails me, label it Work tomorrow")]
    [InlineData("Turn labelled Gmail messages into Salesforce cases")]
    [InlineData("Label receipts Money, archive if from Amazon")]
    [InlineData("When a case is escalated, notify the owner")]
    [InlineData("When a case is created, assign it to Mateo and create a task for him")]
    [InlineData("When a meeting's description is deleted, notify me")]
    [InlineData("When a meeting's title changes from Demo, notify me")]
    [InlineData("When the amount of an opportunity changes from 100 to 200, notify me")]
    [InlineData("When a meeting is moved by Bo, notify me")]
    public void WhatCouldBeOfTheOther_IsNotTaken(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When an email comes from a parent at @school.example, star it", "an email arrives from any address at school.example, star it")]
    [InlineData("When I email a builder at @roofs.example, label it Roof", "you send an email to any address at roofs.example, label it \"Roof\"")]
    [InlineData("If Olaf from the bakery (olaf@bread.example) mails me, star it", "an email arrives from olaf@bread.example, star it")]
    [InlineData("Star it when Ida Holm or Pia Lund emails", "an email arrives from anyone with \"Ida Holm\" in the name or address or from anyone with \"Pia Lund\" in the name or address, star it")]
    [InlineData("When an email from ana@x.example arrives, forward it to my sister at ida@y.example", "an email arrives from ana@x.example, forward it to ida@y.example")]
    [InlineData("Email the porters at desk@y.example when ana@x.example emails me", "an email arrives from ana@x.example, send an email to desk@y.example with the email's subject as the subject and the email's subject and body as the text")]
    [InlineData("When ana@x.example emails me, let my neighbour know at ida@y.example", "an email arrives from ana@x.example, send an email to ida@y.example with the email's subject as the subject and the email's subject and body as the text")]
    public void WhoIsDescribed_CountsByTheAddress(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Mail from ana@x.example: label Rent + mark as read + star", "an email arrives from ana@x.example, label it \"Rent\", then mark it as read, then star it")]
    [InlineData("When ana@x.example emails me: 1) star it 2) label it Rent 3) archive it", "an email arrives from ana@x.example, star it, then label it \"Rent\", then archive it")]
    [InlineData("When ana@x.example emails me 1. star it; 2. archive it", "an email arrives from ana@x.example, star it, then archive it")]
    [InlineData("When ana@x.example emails me, could you star it?", "an email arrives from ana@x.example, star it")]
    [InlineData("Archive mail from ana@x.example. Nobody ever looks at it.", "an email arrives from ana@x.example, archive it")]
    [InlineData("I want mail from ana@x.example archived", "an email arrives from ana@x.example, archive it")]
    [InlineData("Mail from ana@x.example gets label Rent", "an email arrives from ana@x.example, label it \"Rent\"")]
    [InlineData("Whenever the Rent label is put on a message, star it", "you label an email as \"Rent\", star it")]
    [InlineData("Answer mail to hi@x.example with: thank you, we call back soon", "an email arrives to hi@x.example, reply with \"thank you, we call back soon\"")]
    [InlineData("When ana@x.example emails me I'd like a mail sent to bo@y.example", "an email arrives from ana@x.example, send an email to bo@y.example with the email's subject as the subject and the email's subject and body as the text")]
    [InlineData("Read the order date out of mails from ana@x.example and notify me", "an email arrives from ana@x.example, let AI extract \"order date\" from it, then notify you: the order date of step 1")]
    [InlineData("Emails with .ics files: star", "an email arrives whose attachment names include one that contains \"ics\", star it")]
    public void StepsAreSaid_InManyWays(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("An email to the team from ana@x.example: star it")]
    [InlineData("When ana@x.example emails me, 1) star it 2) hope for the best")]
    [InlineData("Answer mail to hi@x.example with: thank you, archive it")]
    public void WhatIsNotWhole_IsNotCutOff(string prompt) => Compiling.Refused(prompt);

    private static void AssertReads(string explanation, string prompt) => Assert.Equal($"When {explanation}.", Compiling.Compiled(prompt).Explanation);
}
