namespace Cortex.Core.Tests.Compilation;

/// <summary>Kinds of wording about records: what a new one holds, what is set, and what is asked of one.</summary>
public class RecordWordingTests
{
    private const string Mail = "When an email arrives from ana@x.example, ";

    [Theory]
    [InlineData("create a task called Ring Ida due tomorrow with priority High for Dora", "create a Salesforce task with \"Ring Ida\" as the subject, the email's body as the description, tomorrow as the due date, \"High\" as the priority and \"Dora\" as the owner")]
    [InlineData("create a task \"Ring Ida\" for Dora by friday, priority high", "create a Salesforce task with \"Ring Ida\" as the subject, the email's body as the description, next Friday as the due date, \"Dora\" as the owner and \"High\" as the priority")]
    [InlineData("create a task called \"Ring Ida\" due next monday with high priority", "create a Salesforce task with \"Ring Ida\" as the subject, the email's body as the description, next Monday as the due date and \"High\" as the priority")]
    [InlineData("create an opportunity named \"Pier\" with amount 50k and close date in 90 days", "create a Salesforce opportunity with \"Prospecting\" as the stage, 90 days later as the close date, \"Pier\" as the name, the email's body as the description and \"50000\" as the amount")]
    [InlineData("open a case: priority High, origin Email", "create a Salesforce case with the email's subject as the subject, the email's body as the description, \"High\" as the priority and \"Email\" as the origin")]
    [InlineData("create a lead with the last name {{ fromName }} and the company Quayside", "create a Salesforce lead with \"Quayside\" as the company, the sender's name as the last name, the email's body as the description and the email's sender as the email")]
    [InlineData("create a contact with the sender's name as the last name and \"Met at the fair\" as the description", "create a Salesforce contact with the sender's name as the last name, \"Met at the fair\" as the description and the email's sender as the email")]
    [InlineData("create a contact using the sender's name as the last name and their address as the email", "create a Salesforce contact with the sender's name as the last name, the email's body as the description and the email's sender as the email")]
    [InlineData("create a lead with company = Quayside and name = Ida", "create a Salesforce lead with \"Quayside\" as the company, \"Ida\" as the last name, the email's body as the description and the email's sender as the email")]
    [InlineData("task \"Ring Ida\" due friday", "create a Salesforce task with \"Ring Ida\" as the subject, the email's body as the description and next Friday as the due date")]
    [InlineData("create a task \"Ring Ida\" for Dora and email bo@x.example", "create a Salesforce task with \"Ring Ida\" as the subject, the email's body as the description and \"Dora\" as the owner, then send an email to bo@x.example with the email's subject as the subject and the email's subject and body as the text")]
    public void WhatANewRecordHolds_IsSaidInAnyOrderAndForm(string action, string means) => Assert.Equal($"When an email arrives from ana@x.example, {means}.", Explained(Mail + action));

    [Theory]
    [InlineData("extract name, company and phone and create a salesforce lead from them", "let AI extract \"name\", \"company\" and \"phone\" from it, then create a Salesforce lead with the company of step 1 as the company, the name of step 1 as the last name, the email's body as the description, the email's sender as the email and the phone of step 1 as the phone")]
    [InlineData("extract the vendor and due date and create a task \"Pay\" due on the due date", "let AI extract \"vendor\" and \"due date\" from it, then create a Salesforce task with \"Pay\" as the subject, \"vendor: [the vendor of step 1][new line]due date: [the due date of step 1]\" as the description and the due date of step 1 as the due date")]
    [InlineData("extract the customer and amount and create an opportunity with the name = customer and amount = amount", "let AI extract \"customer\" and \"amount\" from it, then create a Salesforce opportunity with \"Prospecting\" as the stage, 30 days later as the close date, the customer of step 1 as the name, \"customer: [the customer of step 1]\" as the description and the amount of step 1 as the amount")]
    public void WhatAiExtracted_GoesIntoTheFieldsOfItsNames(string action, string means) => Assert.Equal($"When an email arrives from ana@x.example, {means}.", Explained(Mail + action));

    [Theory]
    [InlineData("When a deal is won, create a task \"Kick-off\" for the owner", "When an opportunity changes whose stage has just become \"Closed Won\", create a Salesforce task with \"Kick-off\" as the subject, the opportunity's description as the description, a link to the opportunity and the opportunity's owner as the owner.")]
    [InlineData("When a deal is won, set its amount to 50k", "When an opportunity changes whose stage has just become \"Closed Won\", change the Salesforce opportunity to have \"50000\" as the amount.")]
    [InlineData("When a case is created, set the priority to High on that case", "When a case is created, change the Salesforce case to have \"High\" as the priority.")]
    [InlineData("When a case is closed, put the subject into the description", "When a case changes whose status has just become \"Closed\", change the Salesforce case to have the case's subject as the description.")]
    [InlineData("when a lead comes in put \"At risk\" in its description", "When a lead is created, change the Salesforce lead to have \"At risk\" as the description.")]
    [InlineData("set lead source = Webinar on a new lead", "When a lead is created, change the Salesforce lead to have \"Webinar\" as the lead source.")]
    [InlineData("Change the status of a new lead to Working if its company is \"Dunlin\"", "When a lead is created whose company is \"Dunlin\", change the Salesforce lead to have \"Working\" as the status.")]
    [InlineData("When a task is created without a due date, make it due tomorrow", "When a task is created without a due date, change the Salesforce task to have tomorrow as the due date.")]
    [InlineData("when a new lead from Spain arrives assign to Ben Ortiz", "When a lead is created whose country is \"Spain\", change the Salesforce lead to have \"Ben Ortiz\" as the owner.")]
    public void WhatIsSet_IsSaidInManyWays(string prompt, string means) => Assert.Equal(means, Explained(prompt));

    [Theory]
    [InlineData("When an email arrives from ana@x.example, create a task \"Kick-off\" for the owner")]
    [InlineData("When an email arrives from ana@x.example, extract the vendor and create a task due on the due date")]
    [InlineData("When an email arrives from ana@x.example, extract the date and the due date and put \"Pay\" on my calendar on that date")]
    [InlineData("When an email arrives from ana@x.example, create an event then")]
    [InlineData("When an email arrives from ana@x.example, create a task due on the subject")]
    [InlineData("Set the status of the lead to Working")]
    [InlineData("When a case is created, add \"Seen\" to the description")]
    public void WhatIsNotThere_IsNoValue(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("find the contact with the sender's email and set its phone to \"555\"", "find the Salesforce contact whose email is the email's sender; then if it was found in step 1, change the Salesforce contact whose id is the record id of step 1 to have \"555\" as the phone")]
    [InlineData("look up the account whose name is \"Pier\" and update its phone to \"555\"", "find the Salesforce account whose name is \"Pier\"; then if it was found in step 1, change the Salesforce account whose id is the record id of step 1 to have \"555\" as the phone")]
    [InlineData("look for a contact with the sender's email; if there is none, create one", "find the Salesforce contact whose email is the email's sender; then if it was not found in step 1, create a Salesforce contact with the sender's name or else the email's sender as the last name, the email's body as the description and the email's sender as the email")]
    [InlineData("find the contact with their email, otherwise create a task \"New contact\"", "find the Salesforce contact whose email is the email's sender; then if it was not found in step 1, create a Salesforce task with \"New contact\" as the subject and the email's body as the description")]
    public void WhatIsLookedFor_IsChangedIfItIsThere(string action, string means) => Assert.Equal($"When an email arrives from ana@x.example, {means}.", Explained(Mail + action));

    [Theory]
    [InlineData("When an email arrives from ana@x.example, create one")]
    [InlineData("When an email arrives from ana@x.example, archive it, otherwise create one")]
    [InlineData("When an email arrives from ana@x.example, star it. If it was not found, create a lead")]
    [InlineData("When a case is created, find the contact with their email and set its status to Working")]
    public void WhatWasNotLookedFor_IsNeitherThereNorMissing(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a lead comes in from the web, notify me", "When a lead is created whose lead source is \"Web\"")]
    [InlineData("When a new case comes in by phone, notify me", "When a case is created whose origin is \"Phone\"")]
    [InlineData("When an account is created in the industry Energy, notify me", "When an account is created whose industry is \"Energy\"")]
    [InlineData("when a deal between 5k and 10k is created notify me", "When an opportunity is created whose amount is at least 5000 and whose amount is at most 10000")]
    [InlineData("if a new lead has no phone or no email, notify me", "When a lead is created without a phone or without an email")]
    [InlineData("if a new lead has no phone and no email, notify me", "When a lead is created without a phone and without an email")]
    [InlineData("when a lead turns hot, notify me", "When a lead changes whose rating has just become \"Hot\"")]
    [InlineData("when an opportunity reaches Proposal stage notify me", "When an opportunity changes whose stage has just become \"Proposal\"")]
    [InlineData("when a lead is assigned to Ben Ortiz, notify me", "When a lead changes whose owner's name has just become \"Ben Ortiz\"")]
    [InlineData("when a case about a refund closes, notify me", "When a case changes whose status has just become \"Closed\" and that AI judges to match \"about a refund\"")]
    [InlineData("When an opportunity about a renewal is won, notify me", "When an opportunity changes whose stage has just become \"Closed Won\" and that AI judges to match \"about a renewal\"")]
    [InlineData("When a case is created that sounds desperate, notify me", "When a case is created that AI judges to match \"sounds desperate\"")]
    [InlineData("if a lead is interested in software, notify me", "When a lead is created that AI judges to match \"interested in software\"")]
    [InlineData("When a lead is created whose description shows real buying intent, notify me", "When a lead is created whose description AI judges to match \"real buying intent\"")]
    [InlineData("When a case is opened with origin Phone and priority High, notify me", "When a case is created whose origin is \"Phone\" and whose priority is \"High\"")]
    [InlineData("a lead from Texas or Oregon comes in => notify me", "When a lead is created whose state is \"Texas\" or whose state is \"Oregon\"")]
    [InlineData("Account added without a website: notify me", "When an account is created without a website")]
    [InlineData("if a new case is not obviously spam, notify me", "When a case is created that AI judges not to match \"spam\"")]
    [InlineData("when we win a deal for more than a million, notify me", "When an opportunity changes whose stage has just become \"Closed Won\" and whose amount is more than 1000000")]
    [InlineData("the moment the close date moves on a deal that is in Negotiation and worth over 100k, notify me", "When an opportunity changes with a change to its close date and whose stage is \"Negotiation\" and whose amount is more than 100000")]
    [InlineData("if the probability of a deal climbs over 75 and the stage is Negotiation, notify me", "When an opportunity changes whose probability has just risen above 75 and whose stage is \"Negotiation\"")]
    [InlineData("when a deal in Negotiation is created, notify me", "When an opportunity is created whose stage is \"Negotiation\"")]
    [InlineData("When a deal is created with type Big => notify me", "When an opportunity is created whose type is \"Big\"")]
    [InlineData("When a lead is created with a company size over 500, notify me", "When a lead is created whose number of employees is more than 500")]
    [InlineData("lead converted → notify me", "When a lead changes whose status has just become \"Converted\"")]
    [InlineData("when a lead converts, notify me", "When a lead changes whose status has just become \"Converted\"")]
    [InlineData("when somebody becomes a lead, notify me", "When a lead is created")]
    [InlineData("when a case gets high priority, notify me", "When a case changes whose priority has just become \"High\"")]
    [InlineData("when a lead gets disqualified, notify me", "When a lead changes whose status has just become \"Unqualified\"")]
    [InlineData("when leads are qualified, notify me", "When a lead changes whose status has just become \"Qualified\"")]
    [InlineData("when a qualified lead is added, notify me", "When a lead is created whose status is \"Qualified\"")]
    [InlineData("when a deal changes hands, notify me", "When an opportunity changes with a change to its owner")]
    [InlineData("when a case is reassigned to someone else, notify me", "When a case changes with a change to its owner")]
    [InlineData("when somebody changes the amount of a deal, notify me", "When an opportunity changes with a change to its amount")]
    [InlineData("any change to the stage of a deal: notify me", "When an opportunity changes with a change to its stage")]
    [InlineData("when an account in the Shipping industry is inserted, notify me", "When an account is created whose industry is \"Shipping\"")]
    [InlineData("when a lead from the retail or media sector comes in, notify me", "When a lead is created whose industry is \"Retail\" or whose industry is \"Media\"")]
    [InlineData("when an account in the Software industry is added, notify me", "When an account is created whose industry is \"Software\"")]
    [InlineData("when a lead that is not in the energy sector comes in, notify me", "When a lead is created whose industry is not \"Energy\"")]
    [InlineData("when a lead comes from a trade show or webinar, notify me", "When a lead is created whose lead source is \"Trade Show\" or whose lead source is \"Webinar\"")]
    [InlineData("when a hot web lead comes in, notify me", "When a lead is created whose rating is \"Hot\" and whose lead source is \"Web\"")]
    [InlineData("when a task called \"Pier\" is created, notify me", "When a task is created with \"Pier\" in the subject")]
    [InlineData("when the deal \"Pier\" is won, notify me", "When an opportunity changes whose stage has just become \"Closed Won\" and with \"Pier\" in the name")]
    [InlineData("when the close date of a deal changes while the stage is Negotiation/Review, notify me", "When an opportunity changes with a change to its close date and whose stage is \"Negotiation/Review\"")]
    public void WhatIsAskedOfARecord_IsSaidInManyWays(string prompt, string when) => Assert.StartsWith($"{when}, notify you: ", Explained(prompt), StringComparison.Ordinal);

    /// <summary>Whom the user is in Salesforce no condition knows; "between 5 and 10 thousand" does not begin at 5.</summary>
    [Theory]
    [InlineData("when a lead is assigned to me, notify me")]
    [InlineData("when an opportunity is assigned to me, notify me")]
    [InlineData("when a deal worth between 5 and 10 thousand is created notify me")]
    [InlineData("when a case about a refund changes, notify me")]
    [InlineData("when a deal in Berlin is created, notify me")]
    [InlineData("if an opportunity's stage is Closed Won and its amount is above 10k, notify me")]
    [InlineData("if a case's status is Escalated and its priority is High, notify me")]
    [InlineData("when a task is completed, notify me")]
    [InlineData("when a deal is lost because of price, notify me")]
    [InlineData("when a case has been open for 3 days notify me")]
    [InlineData("when an opportunity is moved from Proposal to Negotiation notify me")]
    [InlineData("when a lead is converted to an opportunity, notify me")]
    [InlineData("When a lead is created with company over 9000, notify me")]
    [InlineData("when a contact becomes a lead, notify me")]
    [InlineData("when somebody becomes a customer, notify me")]
    [InlineData("when a lead contacted us, notify me")]
    [InlineData("when a lead is contacted by Ben, notify me")]
    [InlineData("when a lead is not qualified, notify me")]
    [InlineData("when a lead is reassigned to me, notify me")]
    [InlineData("when somebody changes the amount of a deal to 5000, notify me")]
    [InlineData("when somebody changes the colour of a deal, notify me")]
    public void WhatNoConditionCanSay_IsRefused(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a meeting organized by ida@x.example ends, add her as a contact", "a Salesforce contact with the event's organizer as the last name, the event's description as the description and the event's organizer as the email")]
    [InlineData("When a meeting with ida@x.example ends, email her \"Thanks\" and create a contact for her", "a Salesforce contact with \"ida@x.example\" as the last name, the event's description as the description and \"ida@x.example\" as the email")]
    [InlineData("When a meeting ends, create a contact for the organizer", "a Salesforce contact with the event's organizer as the last name, the event's description as the description and the event's organizer as the email")]
    [InlineData("When an email arrives from ana@x.example, create a contact for the sender", "a Salesforce contact with the sender's name or else the email's sender as the last name, the email's body as the description and the email's sender as the email")]
    [InlineData("When a demo is booked, create a lead for bo@x.example", "a Salesforce lead with \"Unknown\" as the company, \"bo@x.example\" as the last name, the event's description as the description and \"bo@x.example\" as the email")]
    [InlineData("When a lead is created, open a task for the new lead", "a Salesforce task with the lead's name as the subject, the lead's description as the description and a link to the lead")]
    public void WhomARecordIsFor_IsWhoWasSpokenOf(string prompt, string means) => Assert.EndsWith($" create {means}.", Explained(prompt), StringComparison.Ordinal);

    /// <summary>Of several nobody is meant alone, and each kind of item has its own people.</summary>
    [Theory]
    [InlineData("When a meeting ends, email the attendees \"Thanks\" and create a contact for them")]
    [InlineData("When a meeting ends, email the guests \"Thanks\" and log them as leads")]
    [InlineData("When a meeting ends, add the attendees as contacts")]
    [InlineData("When a meeting ends, create a lead for each guest")]
    [InlineData("When a meeting ends, create a contact for Ben Ortiz")]
    [InlineData("When a meeting ends, create a contact with the attendees")]
    [InlineData("When a meeting ends, create a task for the organizer")]
    [InlineData("When an email arrives from ana@x.example, create a contact for the organizer")]
    [InlineData("When an email arrives from ana@x.example, email the host \"Thanks\"")]
    [InlineData("When a meeting ends, email the sender \"Thanks\"")]
    [InlineData("When a case is closed, email the lead \"Thanks\"")]
    public void WhomNobodyIs_GetsNoRecord(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("create a high priority case", "case with \"High\" as the priority, the email's subject as the subject and the email's body as the description")]
    [InlineData("create a warm lead", "lead with \"Unknown\" as the company, \"Warm\" as the rating, the sender's name or else the email's sender as the last name, the email's body as the description and the email's sender as the email")]
    [InlineData("create a callback task", "task with \"Callback\" as the subject and the email's body as the description")]
    public void AWordBeforeARecord_IsAValueThatItHas_OrItsName(string action, string means) => Assert.Equal($"When an email arrives from ana@x.example, create a Salesforce {means}.", Explained(Mail + action));

    [Theory]
    [InlineData("create a contacted lead")]
    [InlineData("create a VIP contact")]
    [InlineData("create an escalated case")]
    [InlineData("create an urgent task")]
    [InlineData("create a weekly task")]
    [InlineData("put an all-day event on my calendar tomorrow")]
    [InlineData("schedule an hour on my calendar")]
    [InlineData("create a closed won opportunity")]
    public void WhatARecordIsLike_IsNotItsName(string action) => Compiling.Refused(Mail + action);

    [Theory]
    [InlineData("When a \"Hot\" lead is created, notify me")]
    [InlineData("A \"Closed Won\" deal: notify me")]
    public void AValueInQuotes_IsNoName(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a lead from either Spain or Italy is created, notify me", "a lead is created whose country is \"Spain\" or whose country is \"Italy\", notify you: the lead's name")]
    [InlineData("When an opportunity is won and the amount was over 500, notify me", "an opportunity changes whose stage has just become \"Closed Won\" and whose amount is more than 500, notify you: the opportunity's name")]
    [InlineData("When a lead at the company \"Holm\" is created, notify me", "a lead is created with \"Holm\" in the company, notify you: the lead's name")]
    [InlineData("When a lead is created, set its status to Working - Contacted", "a lead is created, change the Salesforce lead to have \"Working - Contacted\" as the status")]
    [InlineData("Put a task \"Call\" into Salesforce when a lead is created", "a lead is created, create a Salesforce task with \"Call\" as the subject, the lead's description as the description and a link to the lead")]
    [InlineData("A case should be opened for every email to help@x.example", "an email arrives to help@x.example, create a Salesforce case with the email's subject as the subject and the email's body as the description")]
    [InlineData("When ana@x.example emails me, create a contact from the sender", "an email arrives from ana@x.example, create a Salesforce contact with the sender's name or else the email's sender as the last name, the email's body as the description and the email's sender as the email")]
    [InlineData("When a case gets put on hold, notify me", "a case changes whose status has just become \"On Hold\", notify you: the case's subject")]
    [InlineData("When somebody has added a contact, notify me", "a contact is created, notify you: the contact's name")]
    public void ARecord_IsSaidInManyWays(string prompt, string explanation) => Assert.Equal($"When {explanation}.", Explained(prompt));

    private static string Explained(string prompt) => Compiling.Compiled(prompt).Explanation;
}
