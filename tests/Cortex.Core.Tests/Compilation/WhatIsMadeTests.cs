namespace Cortex.Core.Tests.Compilation;

/// <summary>What is said of something that is made or changed beside its title: when, how often, whose, of what kind. It is read, or the prompt is refused; it is never a part of the title.</summary>
public class WhatIsMadeTests
{
    private const string Lead = "When a lead is created, ";

    [Theory]
    [InlineData("create a task called Visit the mill in the first week of July")]
    [InlineData("create a task called Visit the mill on the 3rd")]
    [InlineData("create a task called Visit the mill on March 3rd")]
    [InlineData("create a task called Visit the mill in three to four weeks")]
    [InlineData("create a task called Visit the mill by the end of the quarter")]
    [InlineData("create a task to visit the mill within 3 working days")]
    [InlineData("create a task to visit the mill over the holidays")]
    [InlineData("create a task to visit the mill in 2.5 hours")]
    [InlineData("create a task to visit the mill around noon")]
    [InlineData("create a task to visit the mill for 3 days")]
    [InlineData("remind me to visit the mill every month")]
    [InlineData("create an event called Mill visit on the 3rd of July")]
    [InlineData("create an event called Mill visit this Thursday")]
    [InlineData("create an event called Mill visit every Tuesday at 11am")]
    [InlineData("create an event called Mill visit monthly on Tuesday")]
    [InlineData("create an event called Mill visit at quarter past nine")]
    [InlineData("create an event called Mill visit same time next week")]
    [InlineData("create an event called Mill visit in the old barn")]
    public void ATimeThatIsNotUnderstood_IsNoPartOfTheTitle(string action) => Compiling.Refused(Lead + action);

    [Theory]
    [InlineData("create a task called Visit the mill with an alarm")]
    [InlineData("create a task called Visit the mill without a due date")]
    [InlineData("create a task called Visit the mill linked to the account Pier")]
    [InlineData("create a task called Visit the mill on the Pier account")]
    [InlineData("create a task called Visit the mill only in summer")]
    [InlineData("create an opportunity called Mill for 7000")]
    [InlineData("create an opportunity for Pier")]
    [InlineData("create a case for Pier")]
    [InlineData("create 2 tasks")]
    [InlineData("create a 700 euro opportunity")]
    [InlineData("create a contact called Ida Holm from Pier")]
    public void WhatCannotBeHad_IsNoPartOfTheTitle(string action) => Compiling.Refused(Lead + action);

    [Theory]
    [InlineData("create a task called Visit the mill owned by Ida Holm", "with \"Visit the mill\" as the subject, the lead's description as the description, a link to the lead and \"Ida Holm\" as the owner")]
    [InlineData("create an opportunity called Mill worth 7k closing next week", "next week as the close date, \"Mill\" as the name, the lead's description as the description and \"7000\" as the amount")]
    [InlineData("create a low priority task to visit the mill", "with \"Low\" as the priority, \"visit the mill\" as the subject")]
    [InlineData("create a simple task called Visit the mill", "with \"Visit the mill\" as the subject")]
    [InlineData("create a task to follow up on the Pier deal", "with \"follow up on the Pier deal\" as the subject")]
    [InlineData("create a task to send the monthly report", "with \"send the monthly report\" as the subject")]
    [InlineData("create a two-hour event called Mill visit tomorrow at 9am", "called \"Mill visit\" that starts tomorrow at 09:00 and lasts 2 hours")]
    [InlineData("create a planning meeting tomorrow at 9am", "called \"Planning\" that starts tomorrow at 09:00")]
    public void WhatIsSaidBesideTheTitle_IsRead(string action, string means) => Assert.Contains(means, Compiling.Compiled(Lead + action).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("create a public event called Mill visit tomorrow at 9am")]
    [InlineData("create a provisional meeting called Mill visit tomorrow at 9am")]
    [InlineData("create a similar event tomorrow at 9am")]
    [InlineData("create a private task to visit the mill")]
    [InlineData("create an event called Mill visit in the crypt")]
    public void WordsBeforeIt_AreNotItsTitle(string action) => Compiling.Refused(Lead + action);

    [Theory]
    [InlineData("Create a task to iron a shirt 3 hours before every interview", "3 hours before a calendar event starts that AI judges to match \"an interview\", create a Salesforce task with \"iron a shirt\" as the subject")]
    [InlineData("Add a task \"Read the file\" 2 days before each meeting with ida@x.example", "2 days before a calendar event starts attended by ida@x.example, create a Salesforce task with \"Read the file\" as the subject")]
    [InlineData("Create a task to write for every lead from Spain", "When a lead is created whose country is \"Spain\", create a Salesforce task with \"write\" as the subject")]
    [InlineData("Create a task to call for every new account", "When an account is created, create a Salesforce task with \"call\" as the subject")]
    [InlineData("Block 20 minutes after each interview", "starts at the event's end and lasts 20 minutes")]
    public void WhatItIsFor_SetsItOff(string prompt, string means) => Assert.Contains(means, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("Block 45 minutes before every interview")]
    [InlineData("Block 20 minutes after each interview for thoughts")]
    [InlineData("Plan a debriefing call 3 days after each interview")]
    [InlineData("Create an event 20 minutes before every interview")]
    [InlineData("Create a task due 2 days before each meeting")]
    public void ATimeThatTheEventWouldHaveToGive_IsNotItsStart(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("create an event called Supper on Saturday at 6")]
    [InlineData("create an event called Supper on Saturday at 6:15")]
    [InlineData("create a task \"Ring Ida\" due tomorrow at 3")]
    public void AnHourOfEitherHalfOfTheDay_IsAsked(string action) =>
        Assert.NotNull(Compiling.Refused(Lead + action).Repair?.Question);

    [Theory]
    [InlineData("create an event called Supper on Saturday at 9", "next Saturday at 09:00")]
    [InlineData("create an event called Supper on Saturday at 06:15", "next Saturday at 06:15")]
    [InlineData("create an event called Supper on Saturday at 6 in the evening", "next Saturday at 18:00")]
    [InlineData("create an event called Supper on Saturday at noon", "next Saturday at 12:00")]
    public void AnHourOfOneHalfOfTheDay_IsRead(string action, string means) => Assert.Contains(means, Compiling.Compiled(Lead + action).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("When a lead is created, mark it as warm", "\"Warm\" as the rating")]
    [InlineData("When a case is created, set it to Low", "\"Low\" as the priority")]
    [InlineData("When a case is closed, set the status directly to Working", "\"Working\" as the status")]
    [InlineData("When a case is closed, move it back to Working", "\"Working\" as the status")]
    [InlineData("When a lead is created, set the rating to be Cold", "\"Cold\" as the rating")]
    public void AValue_BelongsToTheFieldThatKnowsIt(string prompt, string means) => Assert.Contains(means, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("When a lead is created, set it to Low")]
    [InlineData("When a lead is created, mark it as Platinum")]
    [InlineData("When a lead is created, set it to ida@x.example")]
    [InlineData("When a meeting is created, set the attendees to ida@x.example")]
    public void AValueThatNothingKnows_IsNotSet(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("star it and remove it after 2 days")]
    [InlineData("label it Later and delete it after a month")]
    [InlineData("create a task and delete it")]
    [InlineData("label it with today's date")]
    [InlineData("label it Garden not House")]
    [InlineData("extract the day and the hour and create an event")]
    public void WhatIsThrownAwayOrNamed_IsSaid(string action) => Compiling.Refused("When an email arrives from ida@x.example, " + action);

    [Fact]
    public void RemoveIt_BehindALabel_MayBeTheLabel() => Compiling.Refused("When I label an email Later, remove it after 2 days");

    [Theory]
    [InlineData("mark it as important", "label it important")]
    [InlineData("flag it important", "label it important")]
    [InlineData("label it Later and delete the email", "label it \"Later\", then move it to the trash")]
    [InlineData("extract the vendor and the amount and create an opportunity", "\"vendor: [the vendor of step 1]\" as the description and the amount of step 1 as the amount")]
    [InlineData("create a salesforce event", "create a Salesforce event")]
    public void WhatIsSaidOfAnEmail_IsTaken(string action, string means) => Assert.Contains(means, Compiling.Compiled("When an email arrives from ida@x.example, " + action).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("When a case is closed, send a farewell email to the customer", "let AI write a text based on it with the instructions \"send a farewell email to the customer\", then send an email to the contact's email with \"Farewell\" as the subject and the text of step 1 as the text")]
    [InlineData("When a contact is created, send them a greeting email with the subject \"Hello\"", "with \"Hello\" as the subject and the text of step 1 as the text")]
    [InlineData("When a contact is created, send them a greeting email saying \"Hello\"", "When a contact is created, send an email to the contact's email with \"Greeting\" as the subject and \"Hello\" as the text")]
    [InlineData("When an email arrives from ida@x.example, summarize it and send a status email to bo@x.example", "let AI summarize it, then send an email to bo@x.example with \"Status\" as the subject and the summary of step 1 as the text")]
    [InlineData("When an email arrives from ida@x.example, send a brief summary email to bo@x.example", "let AI summarize it, then send an email to bo@x.example with the email's subject as the subject and the summary of step 1 as the text")]
    public void ALetterOfSomeSort_SaysNothingOfTheRecordThatNobodyAskedFor(string prompt, string means) => Assert.Contains(means, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);
}
