namespace Cortex.Core.Tests.Compilation;

/// <summary>Sentences of which a word would go where it does not belong: into a value, to another field, to another step, or nowhere.</summary>
public class MisreadWordsTests
{
    [Theory]
    [InlineData("archive mails to me@harbour.example or from bo@pinewood.example")]
    [InlineData("when an email arrives that isn't to me@harbour.example or from pinewood.example, delete it")]
    [InlineData("archive emails from bo@pinewood.example, but if they have an attachment, star them")]
    [InlineData("send attendees an email after a viewing meeting asking for feedback")]
    [InlineData("draft a reply to emails from leads@harbour.example thanking them for their patience")]
    [InlineData("when a contact with the title Buyer from harbour.example is created, notify me")]
    [InlineData("10 minutes before a meeting called Stocktake at 9am, notify me")]
    [InlineData("when a lead without a company email is created, notify me")]
    [InlineData("when i get my first email from client@harbour.example, star it")]
    [InlineData("the next time bo@pinewood.example emails me, star it")]
    [InlineData("remind me about my meetings")]
    [InlineData("delete all the old flyers in my inbox")]
    [InlineData("archive every previous newsletter")]
    [InlineData("notify me by text when bo@pinewood.example writes")]
    [InlineData("when bo@pinewood.example writes again, delete it")]
    [InlineData("when bo@pinewood.example forwards me an email, reply \"thanks\"")]
    [InlineData("when a deal worth over €1.500 is won, notify me")]
    [InlineData("when I get an email from ana@harbour.example, forward it to bo@pinewood.example, and to cy@pinewood.example with the note \"fyi\"")]
    public void WordsThatWouldGoAstray_AreRefused(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("delete emails from ana@harbour.example after 2 days unless starred")]
    [InlineData("when I get an email from news@harbour.example, wait 7 days and if it is unread, delete it")]
    [InlineData("when I get an email from ana@harbour.example, find the latest email about \"invoice\" and delete it")]
    [InlineData("when a lead is created from Portugal, find the Salesforce contact whose last name is \"Lopes\" and email her saying \"hi\"")]
    [InlineData("when a lead is created from Portugal, send them no email")]
    [InlineData("when a lead is created from Portugal, email bo@pinewood.example their email")]
    [InlineData("when I get an email from ana@harbour.example, send her another email")]
    [InlineData("when a meeting is cancelled, remind me to email the attendees and delete it")]
    [InlineData("when I get an email from ana@harbour.example, email bo@pinewood.example that he must sign it and send it to cy@pinewood.example")]
    [InlineData("when a deal is won, assign the lead to Ben Ortiz")]
    [InlineData("when a case is created by phone, create a task \"Call\" and close it")]
    [InlineData("when I get an email from ana@harbour.example, draft a reply saying \"ok\" and send it to bo@pinewood.example")]
    [InlineData("when I get an email from ana@harbour.example, create a case, mark it as closed")]
    public void StepsOfAnotherTimeOrThing_AreRefused(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("archive mails from bo@pinewood.example or to me@harbour.example", "arrives from bo@pinewood.example or to me@harbour.example, archive it")]
    [InlineData("archive emails from bo@pinewood.example. If the subject contains \"sale\", delete it.", "from bo@pinewood.example, archive it; then if its subject contains \"sale\", move it to the trash")]
    [InlineData("email ana@harbour.example about new deals, if they're over 10k also notify me", "as the text; then if its amount is more than 10000, notify you")]
    [InlineData("subject doesn't contain invoice => archive", "without \"invoice\" in the subject, archive it")]
    [InlineData("when I get an email from Bill about a contract, star it", "\"Bill\" in the name or address and that AI judges to match \"about a contract\", star it")]
    [InlineData("when I get an email from ana@harbour.example, create a task and archive it", "as the description, then archive it")]
    public void WhatIsPlain_IsStillRead(string prompt, string part) => Assert.Contains(part, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);
}
