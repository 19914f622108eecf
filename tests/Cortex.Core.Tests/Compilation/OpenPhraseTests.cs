using Cortex.Core.Tests.Compilation.Suggestions;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

/// <summary>What a prompt leaves open is asked for, and nothing else: with the answer in the gap it compiles.</summary>
public class OpenPhraseTests
{
    [Theory]

    // Somebody without an address.
    [InlineData("When an email from Petra arrives, forward it to our payroll office", "What is the address of your payroll office?", "pay@harbour.example")]
    [InlineData("when a case is opened tell my colleague", "What is the address of your colleague?", "jo@harbour.example")]
    [InlineData("whenever I star an email, copy it to the marketing team", "What is the address of the marketing team?", "ads@harbour.example")]
    [InlineData("when a meeting is cancelled, let everyone in reception know", "What is the address of everyone in reception?", "door@harbour.example")]
    [InlineData("archive every email from my landlord", "What is the address of your landlord?", "rent@harbour.example")]
    [InlineData("When a deal is won send an email to the buyer", "What is the address of the buyer?", "bo@harbour.example")]
    [InlineData("When an opportunity is created, assign it to the right person", "Who should get it?", "Ines Moreau")]

    // A label without a name.
    [InlineData("When I get an email about a leak, tag it accordingly", "Which label?", "Leaks")]
    [InlineData("mail from @harbour.example => give it a suitable label", "Which label?", "Harbour")]

    // A time that is none.
    [InlineData("when a lead is created, wait some time and email them \"Hello there\"", "How long should it wait?", "2 days")]
    [InlineData("when mira@harbour.example emails me, after a while reply \"Seen\"", "How long should it wait?", "3 hours")]
    [InlineData("notify me shortly before every meeting with mira@harbour.example", "How long before?", "15 minutes")]
    [InlineData("Before a meeting, notify me", "How long before?", "15 minutes")]
    [InlineData("Email mira@harbour.example right before every viewing", "How long before?", "an hour")]
    [InlineData("When an email from Petra arrives, put \"Ring Petra\" on my calendar on a quiet day", "On which day, and at what time?", "tomorrow at 10:00")]

    // An amount that is none.
    [InlineData("notify me when a huge opportunity comes in", "From which amount on?", "90000")]
    [InlineData("when an opportunity's amount is far too high, tell me", "Above which number?", "500000")]
    [InlineData("when an opportunity is almost won, tell me", "From which probability on?", "90")]

    // A text or a value that is not in the prompt.
    [InlineData("when mira@harbour.example mails me, answer with our usual reply", "What should it say?", "Thanks")]
    [InlineData("When a lead's status becomes Nurturing, change its rating", "To which rating?", "Warm")]
    [InlineData("when the subject isn't interesting, archive it", "Which word in it tells that it isn't interesting?", "raffle")]

    // Nobody who was named, and what to do.
    [InlineData("when she writes to me again, star it", "Whose email? Write the address.", "mira@harbour.example")]
    [InlineData("when a lead is created, take care of it soon", "What should happen then?", "notify me")]
    public void WhatIsLeftOpen_IsAskedFor(string prompt, string text, string answer)
    {
        var refused = Compiling.Refused(prompt);
        var question = Suggesting.Of(prompt).Question;

        Assert.Equal(RefusalCode.NeedsClarification, refused.Code);
        Assert.NotNull(refused.At);
        Assert.NotNull(question);
        Assert.Equal(text, question.Text);
        Compiling.Compiled(question.Insert.Replace(PromptQuestion.Gap, answer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("When a deal closing before 03/07/2031 is created, notify me", "2031-07-03", "2031-03-07")]
    [InlineData("When I send an email to mira@harbour.example and ben@harbour.example, star it", "mira@harbour.example or ben@harbour.example", "mira@harbour.example and to ben@harbour.example")]
    [InlineData("When a lead's status becomes Nurturing, change its rating", "Hot", "Warm", "Cold")]
    public void WhatCanBeReadInTwoWays_IsAskedFor_WithBothAsAnswers(string prompt, params string[] options)
    {
        var question = Suggesting.Of(prompt).Question;

        Assert.NotNull(question);
        Assert.Equal(options, question.Options);
        Assert.Equal(options.Length, options.Select(option => Compiling.Compiled(question.Insert.Replace(PromptQuestion.Gap, option, StringComparison.Ordinal)).ProgramHash).Distinct().Count());
    }

    /// <summary>With a question there is at most the prompt without what it is about.</summary>
    [Fact]
    public void AQuestion_ComesWithoutGuesses() =>
        Assert.Empty(Suggesting.Of("when an opportunity is almost won, tell me").Suggestions);

    /// <summary>An answer would not help where something else is not to be had.</summary>
    [Theory]
    [InlineData(RefusalCode.UnsupportedAction, "When an email from Petra arrives, fax it to our payroll office")]
    [InlineData(RefusalCode.UnsupportedTrigger, "When my parcel is delivered, tell my colleague")]
    [InlineData(RefusalCode.UnsupportedAction, "When a case is opened, ring my colleague")]
    public void WhatIsNotToBeHad_IsNotAskedAbout(string code, string prompt)
    {
        Assert.Equal(code, Compiling.Refused(prompt).Code);
        Assert.Null(Suggesting.Of(prompt).Question);
    }

    [Theory]
    [InlineData("When an email from Petra arrives, forward it to payroll@harbour.example")]
    [InlineData("notify me 20 minutes before every meeting with mira@harbour.example")]
    [InlineData("archive everything except newsletters")]
    [InlineData("when a case is escalated, close it")]
    [InlineData("when we win a deal, notify me")]
    [InlineData("when a meeting that isn't in Room 9 is booked, notify me")]
    [InlineData("Everything from @harbour.example is junk, flag it as such")]
    public void WhatSaysAll_IsUnderstood(string prompt) => Compiling.Compiled(prompt);

    /// <summary>"Accordingly" is what a step before found; without one it is no label.</summary>
    [Fact]
    public void Accordingly_NeedsSomethingToAccordWith()
    {
        Assert.Equal(RefusalCode.NeedsClarification, Compiling.Refused("when an email arrives, label it accordingly").Code);
        Compiling.Compiled("when an email arrives, classify it as praise or blame and label it accordingly");
    }
}
