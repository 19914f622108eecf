using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation.Suggestions;

/// <summary>A refused prompt with other words at the place where reading stopped; the rest stays as it was written.</summary>
public class RephrasingTests
{
    [Theory]

    // What is told before the point, and what stands in brackets.
    [InlineData("Hi! I run a 20 room hotel. Whenever a booking enquiry from stays.example comes in, star it", "Whenever a booking enquiry from stays.example comes in, star it")]

    // Who, and what is said of it.
    [InlineData("when my boat clubs (crew@harbour.example, deck@pinewood.example) email me, star it", "when crew@harbour.example or deck@pinewood.example emails me, star it")]
    [InlineData("if the subject mentions roof or gutter in it, star it", "if the subject contains \"roof\" or \"gutter\", star it")]
    [InlineData("when a deal for more then 20000 is created, notify me", "when a deal worth more than 20000 is created, notify me")]
    [InlineData("New account in the industry Fishing with type Partner => notify me", "New account whose industry is \"Fishing\" and whose type is \"Partner\" => notify me")]

    // What is to be judged, in the user's own words.
    [InlineData("when a new case is opened, notify me, unless it's obviously a prank", "when a new case is opened, notify me, unless it is about \"a prank\"")]

    // What an event is called.
    [InlineData("when fencing starts, notify me", "when a meeting called \"fencing\" starts, notify me")]
    [InlineData("notify me an hour before chess club starts", "notify me an hour before a meeting called \"chess club\" starts")]
    [InlineData("when my swim gala is cancelled, notify me", "when a meeting called \"swim gala\" is cancelled, notify me")]

    // Changes.
    [InlineData("when a meeting is moved to another day, notify me", "when a meeting is moved, notify me")]

    // What to do.
    [InlineData("when a meeting called \"Drill\" starts, remind me an hour before", "an hour before a meeting called \"Drill\" then: remind me")]
    [InlineData("when a lead is created: if its country is Norway assign it to Liv, else to Omar", "when a lead is created: if its country is Norway assign it to Liv, otherwise assign it to Omar")]
    [InlineData("new case -> ping me + task \"Check it\"", "new case -> ping me and create a Salesforce task \"Check it\"")]
    [InlineData("when a meeting is cancelled, tell everyone who was invited", "when a meeting is cancelled, email the attendees")]
    public void OtherWords_LeadToTheProgram(string prompt, string meant) => Assert.Contains(Suggesting.Program(meant), Programs(prompt));

    /// <summary>Sentences as people write them first: each ends in a program, in a suggestion that makes it, or in a reason.</summary>
    [Theory]
    [InlineData("Star all messages from my coach tove@harbour.example", "email from tove@harbour.example => star it")]
    [InlineData("if someone from harbour.example writes and there's an attachement, save it as important and forward it to desk@pinewood.example", "if someone from harbour.example writes and there's an attachment, mark it as important and forward it to desk@pinewood.example")]
    [InlineData("when a lead comes in from Norway, email desk@pinewood.example with there name and company", "when a lead comes in from Norway, email desk@pinewood.example saying \"{{ Name }}, {{ Company }}\"")]
    [InlineData("Auto reply to anyone who mails me on weekends saying the shop is closed", "Auto reply to anyone who mails me on weekends saying \"the shop is closed\"")]
    [InlineData("Keep an eye on my inbox and warn me about anything alarming", "notify me when an email about \"alarming\" arrives")]
    [InlineData("Put anything about a ferry booking in my calendar", "put every email about a ferry booking in my calendar")]
    [InlineData("when a case is escalated email desk@pinewood.example, subject \"Help\", include the case number", "when a case is escalated email desk@pinewood.example with the subject \"Help\" saying \"{{ CaseNumber }}\"")]
    [InlineData("when i recieve an emial with \"lease\" in the subject and its not from my own office (pinewood.example) mark it as read", "when i receive an email with \"lease\" in the subject and it's not from pinewood.example mark it as read")]
    [InlineData("Trash newsletters", "move every newsletter to the trash")]
    [InlineData("Archive all emails from bot@harbour.example except those that mention me", "Archive all emails from bot@harbour.example except those that mention me")]
    [InlineData("notify me 12 minutes before every meeting", "12 minutes before a meeting then: notify me")]
    [InlineData("whenever my boss (tove@harbour.example) emails me, let me know straight away", "whenever tove@harbour.example emails me, let me know")]
    public void TheFirstWords_LeadToTheProgram(string prompt, string meant) => Assert.Contains(Suggesting.Program(meant), Programs(prompt));

    [Theory]
    [InlineData("Every morning at 7 send me a list of my meetings", "not at set times")]
    [InlineData("when a meeting is cancelled, email the attendees and propose another slot", "\"propose another slot\"")]
    [InlineData("Forward bills to my bookkeeper", "\"my bookkeeper\"")]
    public void WhatCannotBeDone_IsNamed(string prompt, string named) => Assert.Contains(named, Compiling.Refused(prompt).Sentence, StringComparison.Ordinal);

    /// <summary>Leaving out a condition would let what destroys loose on more than was written.</summary>
    [Theory]
    [InlineData("Trash emails from mira@harbour.example that were sent from her old telephone")]
    [InlineData("when a meeting with ben@harbour.example is booked by somebody from the wrong floor, delete it")]
    [InlineData("mark mail from harbour.example as spam, but only on days when the tide is low")]
    [InlineData("when a lead from Norway that nobody has rung yet is created, set its rating to Cold")]
    public void WhatDoesHarm_IsNotSuggestedForMore(string prompt)
    {
        foreach (var suggestion in Suggesting.Of(prompt).Suggestions)
        {
            var program = (CortexProgram)ProgramJson.Parse(suggestion.ProgramJson);
            Assert.False(
                suggestion.Changes.Any(change => change.StartsWith("leaves out", StringComparison.Ordinal))
                    && program.Steps.Any(step => CortexCatalog.Known.FindTool(step.Tool) is { Harm: { IsToOthers: false } }),
                suggestion.Prompt);
        }
    }

    [Fact]
    public void WhatWasRephrased_IsSaid()
    {
        var suggestion = Suggesting.Of("when an email from neither ana@x.example nor bo@x.example arrives, star it").Suggestions[0];

        Assert.Equal("when an email not from ana@x.example and not from bo@x.example arrives, star it", suggestion.Prompt);
        Assert.Equal(["from neither ana@x.example nor bo@x.example → not from ana@x.example and not from bo@x.example"], suggestion.Changes);
    }

    /// <summary>The program, or those that are one click away.</summary>
    private static IReadOnlyList<string> Programs(string prompt) =>
        Suggesting.Compile(prompt) is CompileResult.Compiled compiled ? [compiled.ProgramJson] : Suggesting.Programs(prompt);
}
