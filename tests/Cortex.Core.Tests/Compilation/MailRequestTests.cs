namespace Cortex.Core.Tests.Compilation;

/// <summary>The shape of a request about emails: where the event stands, how it is asked for, what is in brackets, what is done with the rest. Each kind with a few of its siblings and with what must not be taken for it.</summary>
public class MailRequestTests
{
    [Theory]
    [InlineData("Forward to bo@y.example, then archive, anything from ana@x.example", "an email arrives from ana@x.example, forward it to bo@y.example, then archive it")]
    [InlineData("Label as Rota, star and notify me: mails from ana@x.example", "an email arrives from ana@x.example, label it \"Rota\", then star it, then notify you: the email's subject")]
    [InlineData("Star, label Rota and forward to bo@y.example – emails from ana@x.example", "an email arrives from ana@x.example, star it, then label it \"Rota\", then forward it to bo@y.example")]
    [InlineData("Star and label as Rota any email from ana@x.example", "an email arrives from ana@x.example, star it, then label it \"Rota\"")]
    [InlineData("Mark as read: emails from ana@x.example", "an email arrives from ana@x.example, mark it as read")]
    public void TheEvent_MayComeBehindSeveralSteps(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("When the rowing club writes (ana@x.example), star it", "an email arrives from ana@x.example, star it")]
    [InlineData("If my piano teacher emails me (ana@x.example), star it", "an email arrives from ana@x.example, star it")]
    [InlineData("As soon as our plumber (ana@x.example) writes back, star it", "an email arrives from ana@x.example, star it")]
    [InlineData("Whenever Ida Holm replies to me (ana@x.example), star it", "an email arrives from ana@x.example, star it")]
    [InlineData("When ana@x.example messages me back, star it", "an email arrives from ana@x.example, star it")]
    [InlineData("When someone outside x.example emails me, star it", "an email arrives not from any address at x.example, star it")]
    [InlineData("Star emails from anyone outside of our domain x.example", "an email arrives not from any address at x.example, star it")]
    [InlineData("Emails from people who are not at x.example: star", "an email arrives not from any address at x.example, star it")]
    public void WhoWrites_IsTheAddressInBrackets_OrNobodyAtADomain(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Emails (with an attachment) from ana@x.example: star", "an email arrives with an attachment and from ana@x.example, star it")]
    [InlineData("When an email arrives (only from ana@x.example), star it", "an email arrives from ana@x.example, star it")]
    [InlineData("Mails from Ida Holm (subject contains \"rota\"): star", "an email arrives from anyone with \"Ida Holm\" in the name or address and with \"rota\" in the subject, star it")]
    public void ACondition_MayStandInBrackets(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Emails containing \"tent\" and \"rope\" in the subject: star", "an email arrives with \"tent\" in the subject and with \"rope\" in the subject, star it")]
    [InlineData("If the subject has both \"tent\" and \"rope\", star it", "an email arrives with \"tent\" in the subject and with \"rope\" in the subject, star it")]
    [InlineData("Emails mentioning \"tent\", \"rope\" and \"map\": star", "an email arrives with \"tent\" in the body and with \"rope\" in the body and with \"map\" in the body, star it")]
    [InlineData("When the subject has \"tent\" but not \"rope\", star it", "an email arrives with \"tent\" in the subject and without \"rope\" in the subject, star it")]
    [InlineData("Emails with \"tent\" in the subject and \"rope\" in the body: star", "an email arrives with \"tent\" in the subject and with \"rope\" in the body, star it")]
    public void SeveralTexts_MustAllBeThere(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Archive the emails I get from ana@x.example", "an email arrives from ana@x.example, archive it")]
    [InlineData("Forward the mails that come from ana@x.example to bo@y.example", "an email arrives from ana@x.example, forward it to bo@y.example")]
    [InlineData("Star the messages Ida Holm sends me", "an email arrives from anyone with \"Ida Holm\" in the name or address, star it")]
    [InlineData("Put mail from ana@x.example in the trash", "an email arrives from ana@x.example, move it to the trash")]
    [InlineData("Chuck everything from ana@x.example in the bin", "an email arrives from ana@x.example, move it to the trash")]
    [InlineData("When ana@x.example emails me, out of the inbox with it", "an email arrives from ana@x.example, archive it")]
    [InlineData("Get rid of every email from ana@x.example", "an email arrives from ana@x.example, move it to the trash")]
    public void WhatComesAgainAndAgain_IsMeant(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Make sure that mails from ana@x.example always get starred")]
    [InlineData("Please ensure every email from ana@x.example is starred")]
    [InlineData("Would you be so kind as to star all emails from ana@x.example")]
    [InlineData("I'd be grateful if you could star every email from ana@x.example")]
    [InlineData("I was wondering if you could star all mail from ana@x.example")]
    [InlineData("It'd be great if emails from ana@x.example were starred")]
    [InlineData("When ana@x.example writes, star her email")]
    [InlineData("When ana@x.example writes, I would like it to be starred")]
    public void HowItIsAskedFor_ChangesNothing(string prompt) => AssertReads("an email arrives from ana@x.example, star it", prompt);

    [Theory]
    [InlineData("I want a push notification whenever ana@x.example emails me")]
    [InlineData("Ping my phone if ana@x.example emails me")]
    [InlineData("Send an alert to my phone when ana@x.example writes")]
    [InlineData("Make sure I see emails from ana@x.example")]
    public void BeingTold_IsSaidInManyWays(string prompt) => AssertReads("an email arrives from ana@x.example, notify you: the email's subject", prompt);

    [Theory]
    [InlineData("Somebody asking for a discount? Star it", "somebody asking for a discount")]
    [InlineData("Customers complaining about the delay: star", "customers complaining about the delay")]
    [InlineData("When anybody mentions a strike or threatens to leave, star it", "anybody mentions a strike or threatens to leave")]
    [InlineData("Out-of-office replies -> star", "an out-of-office reply")]
    public void WhatSomebodyWrites_IsAMeaning(string prompt, string meaning) => AssertReads($"an email arrives that AI judges to match \"{meaning}\", star it", prompt);

    [Fact]
    public void ADraft_MayBeToldWhatToHold() => AssertReads(
        "an email arrives that AI judges to match \"someone asks for the way\", let AI write a text based on it with the instructions \"draft a reply that links to https://y.example/map\", then write a draft reply with the text of step 1 as the text",
        "When someone asks for the way, draft a reply that links to https://y.example/map");

    [Theory]
    [InlineData("If an email has an attachment, star it; archive the rest", "an email arrives, if it has an attachment, star it; then if it has no attachment, archive it")]
    public void TheRest_IsWhatTheConditionDoesNotHoldFor(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("Archive mail from x.example, leave those from ana@x.example alone", "an email arrives from any address at x.example and not from ana@x.example, archive it")]
    [InlineData("Star mail from ana@x.example, though not if it has an attachment", "an email arrives from ana@x.example and without an attachment, star it")]
    [InlineData("Archive mail from ana@x.example unless it's unread", "an email arrives from ana@x.example and not marked as unread, archive it")]
    [InlineData("When ana@x.example emails me and it's not a weekend, star it", "an email arrives from ana@x.example and not (on a Saturday or on a Sunday), star it")]
    [InlineData("When ana@x.example emails me, star it if it's urgent", "an email arrives from ana@x.example and that AI judges to match \"urgent\", star it")]
    public void WhatIsExcepted_IsSaidInManyWays(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("As we are away, star everything from ana@x.example")]
    [InlineData("To keep my inbox tidy, star emails from ana@x.example")]
    [InlineData("Star emails from ana@x.example; I'm waiting for her answer")]
    [InlineData("Emails from ana@x.example flood my inbox: star them")]
    [InlineData("I get loads of emails from ana@x.example. Star them all.")]
    [InlineData("Star mail from ana@x.example, she's my boss")]
    [InlineData("Star whatever my boss ana@x.example sends")]
    [InlineData("When ana@x.example emails me, star it (just trying this out)")]
    [InlineData("from ana@x.example | star")]
    [InlineData("if sender == ana@x.example ⇒ star")]
    public void WhyItIsAskedFor_AndItsMarks_ChangeNothing(string prompt) => AssertReads("an email arrives from ana@x.example, star it", prompt);

    [Theory]
    [InlineData("Emails with a booking code: star", "an email arrives that AI judges to match \"with a booking code\", star it")]
    [InlineData("Emails with a label Rota: star", "an email arrives that has the label \"Rota\", star it")]
    [InlineData("When Ida Holm sends me her drawings, star it", "an email arrives from anyone with \"Ida Holm\" in the name or address and that AI judges to match \"sends her drawings\", star it")]
    [InlineData("When Ida Holm sends me an email about the boat, star it", "an email arrives from anyone with \"Ida Holm\" in the name or address and that AI judges to match \"about the boat\", star it")]
    [InlineData("When a newsletter arrives, star it", "an email arrives that AI judges to match \"a newsletter\", star it")]
    [InlineData("Emails from ana@x.example land in Rota", "an email arrives from ana@x.example, label it \"Rota\"")]
    [InlineData("Mail from ana@x.example goes into Junk", "an email arrives from ana@x.example, mark it as spam")]
    [InlineData("When someone asks what it costs, reply with our rates: https://y.example/rates", "an email arrives that AI judges to match \"someone asks what it costs\", reply with \"https://y.example/rates\"")]
    public void WhatEmailsHold_AndWhereTheyGo_IsSaidInManyWays(string prompt, string explanation) => AssertReads(explanation, prompt);

    [Theory]
    [InlineData("If an email is a love song, star it", "a love song")]
    [InlineData("When I get an email that is an apology, star it", "an apology")]
    public void WhatAnEmailIs_IsJudged(string prompt, string meaning) => AssertReads($"an email arrives that AI judges to match \"{meaning}\", star it", prompt);

    [Theory]
    [InlineData("Archive the emails I got from ana@x.example")]
    [InlineData("Mail from ana@x.example to bo@y.example")]
    [InlineData("Mail from ana@x.example is important to me, so star it")]
    [InlineData("Star emails from ana@x.example (invoices)")]
    [InlineData("As I get an email from Ida Holm, star it")]
    [InlineData("When someone thanks me on Slack, star it")]
    [InlineData("When somebody mentions me in a comment, notify me")]
    [InlineData("Emails without \"tent\" and \"rope\" in the subject: star")]
    [InlineData("Emails with \"tent\" or \"rope\" and \"map\" in the subject: star")]
    [InlineData("Star emails from ana@x.example, they're just newsletters")]
    [InlineData("When I get a mail with an attachement, star it")]
    [InlineData("Delete the emails I received from ana@x.example")]
    [InlineData("Get rid of emails from ana@x.example")]
    [InlineData("Archive the rest")]
    [InlineData("If an email from ana@x.example has an attachment, star it; archive the rest")]
    [InlineData("Label receipts (subject has \"rota\") as Money")]
    [InlineData("When the subject or the body contains \"tent\" and \"rope\", star it")]
    [InlineData("When ana@x.example emails me, draft a reply to Bo")]
    [InlineData("When the rowing club writes, star it (ana@x.example)")]
    public void WhatCouldMeanSomethingElse_IsNotTaken(string prompt) => Compiling.Refused(prompt);

    private static void AssertReads(string explanation, string prompt) => Assert.Equal($"When {explanation}.", Compiling.Compiled(prompt).Explanation);
}
