using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Compilation.Suggestions;

namespace Cortex.Core.Tests.Compilation.Suggestions;

/// <summary>What a suggestion may not lose of the prompt that it stands for.</summary>
public class EssentialsTests
{
    private static readonly Lexicon Lexicon = new(CortexCatalog.Known);

    /// <summary>Each of these had a suggestion that meant something else: with a recipient, a border or a direction less, the rest of the mails taken for the same ones.</summary>
    [Theory]
    [InlineData("if mail from ana@harbour.example turns up, pass it on to bo@pinewood.example, cc cy@pinewood.example")]
    [InlineData("when a mail from bills@harbour.example drops in, send it on to ana@pinewood.example with dora@pinewood.example in bcc")]
    [InlineData("forward invoices to ana@pinewood.example and the rest to bo@pinewood.example when mail from harbour.example turns up")]
    [InlineData("archive what ana@harbour.example sends and trash everything else")]
    [InlineData("star mails from mira@harbour.example, the rest goes to the bin")]
    [InlineData("when mail from harbour.example turns up, star the ones with \"urgent\" and bin the others")]
    [InlineData("bin whatever deals@harbour.example mails me on Mondays")]
    [InlineData("forward mail from ana@harbour.example to bo@pinewood.example, only on weekdays")]
    [InlineData("label mail from ana@harbour.example on Fridays")]
    [InlineData("when a deal changes from Proposal to Negotiation, mail bo@pinewood.example")]
    [InlineData("when a lead's status flips from \"Open\" to \"Working\", create a task")]
    [InlineData("when a case goes from New to Escalated, mail bo@pinewood.example")]
    [InlineData("when a deal's amount drops, notify me")]
    [InlineData("when a deal's amount is reduced, mail bo@pinewood.example")]
    [InlineData("when a contact's email changes from ana@harbour.example to bo@harbour.example, notify me")]
    [InlineData("trash mails from spam@harbour.example (but only the ones without attachment)")]
    [InlineData("mark tasks named \"Call\" as done when ana@harbour.example mails me")]
    [InlineData("junk mail in Chinese")]
    [InlineData("tell bo@pinewood.example and me when ana@harbour.example mails")]
    [InlineData("mails with me in bcc get trashed")]
    [InlineData("mails cc'd to me from harbour.example: mark read, except from boss@harbour.example")]
    [InlineData("mails from ana@harbour.example or bo@harbour.example, but only with pdf, go to cy@pinewood.example")]
    [InlineData("mark mails from harbour.example read unless they are starred or important")]
    [InlineData("do not archive emails from ana@harbour.example")]
    [InlineData("star emails from ana@harbour.example and emails with \"urgent\" in the subject")]
    [InlineData("when an email comes from ana@harbour.example, move it to inbox")]
    [InlineData("when a deal is put on hold, notify me")]
    [InlineData("when a contact's postal code changes let me know")]
    [InlineData("if a viewing starts before 9am, notify me the evening before")]
    public void WhatWouldMeanSomethingElse_IsNotSuggested(string prompt) =>
        Assert.Empty(((CompileResult.Refused)Suggesting.Compile(prompt)).Repair!.Suggestions.Select(suggestion => suggestion.Prompt));

    /// <summary>The prompt, what keeps it, and what does not.</summary>
    [Theory]
    [InlineData("archive mail from ana@harbour.example", "when an email arrives from ana@harbour.example then: archive it", "when an email arrives then: archive it")]
    [InlineData("tell me of deals over 5000", "when an opportunity changes with an amount over 5000 then: tell me", "when an opportunity changes with an amount under 5000 then: tell me")]
    [InlineData("tell me of deals of at least 5000", "when a deal is worth at least 5000 then: tell me", "when a deal is worth over 5000 then: tell me")]
    [InlineData("tell me of mail before 9:00", "when an email arrives before 9:00 then: tell me", "when an email arrives after 9:00 then: tell me")]
    [InlineData("on Mondays archive mail from Ana", "when an email arrives from \"Ana\" on Mondays then: archive it", "when an email arrives from \"Ana\" then: archive it")]
    [InlineData("bin mail with \"a\" or \"b\"", "when an email arrives with \"a\" or \"b\" in the body then: bin it", "when an email arrives with \"a\" in the body and with \"b\" in the body then: bin it")]
    [InlineData("forward mail to ana@harbour.example, cc bo@harbour.example", "forward every mail to ana@harbour.example, cc bo@harbour.example", "forward every mail to ana@harbour.example, bo@harbour.example")]
    [InlineData("star mail from ana@harbour.example", "when an email arrives from ana@harbour.example then: star it", "when an email arrives to ana@harbour.example then: star it")]
    [InlineData("tell me when a ticket is closed", "when a case is closed then: tell me", "when a lead is closed then: tell me")]
    [InlineData("tell me when a deal moves from \"Open\" to \"Won\"", "when an opportunity moves from \"Open\" to \"Won\" then: tell me", "when an opportunity moves to \"Won\" whose type is \"Open\" then: tell me")]
    public void ALiteralAndWhatTurnsIt_AreKept(string prompt, string kept, string lost)
    {
        var essentials = new Essentials(Lexicon, prompt);

        Assert.True(essentials.AreKeptBy(kept, []), kept);
        Assert.False(essentials.AreKeptBy(lost, []), lost);
    }

    /// <summary>A story may hold a number or a name that nothing is made of, but no address, and nothing at all before what does harm.</summary>
    [Fact]
    public void OfAStory_ANumberMayGo_AndNoAddress()
    {
        Assert.True(new Essentials(Lexicon, "I teach year 4. Star mail from ana@harbour.example").AreKeptBy("Star mail from ana@harbour.example", ["I teach year 4. "]));
        Assert.False(new Essentials(Lexicon, "I use ida@harbour.example. Star mail from ana@harbour.example").AreKeptBy("Star mail from ana@harbour.example", ["I use ida@harbour.example. "]));
        Assert.NotEmpty(Suggesting.Of("Hi! I teach year 4. Could you please put the label Parents on everything that comes in from oakhill.example? Thank you so much :)").Suggestions);
        Assert.Empty(Suggesting.Of("Hi! I teach year 4. Could you please trash everything that comes in from oakhill.example? Thank you so much :)").Suggestions);
    }

    /// <summary>What says when to act is left out before nothing that harms, or tells others.</summary>
    [Theory]
    [InlineData("when mail from ana@harbour.example turns up frobnicated, forward it to bo@pinewood.example")]
    [InlineData("whenever wobbly mail from ana@harbour.example drops in, chuck it")]
    public void BeforeHarm_NothingIsLeftOut(string prompt)
    {
        foreach (var suggestion in ((CompileResult.Refused)Suggesting.Compile(prompt)).Repair!.Suggestions)
        {
            Assert.DoesNotContain(suggestion.Changes, change => change.StartsWith("leaves out", StringComparison.Ordinal));
        }
    }

    /// <summary>Every word that means something is in a suggestion, or is said to be left out or replaced.</summary>
    [Theory]
    [InlineData("bin mails from ana@harbour.example or bo@harbour.example that carry an attachment and mention \"offer\"")]
    [InlineData("trash all mail that is neither from ana@harbour.example nor from harbour.example")]
    [InlineData("remove the label \"Wait\" when ana@harbour.example or bo@harbour.example reply")]
    [InlineData("drop me a line when a ticket gets solved")]
    [InlineData("When an opportunity is won, frobnicate the ledger and notify me")]
    [InlineData("mark everything mira@harbour.example sends me as read, we already talk all day")]
    [InlineData("if a meeting called \"Retro\" is pencilled in, give me a shout")]
    public void WhatASuggestionIsWithout_ItSays(string prompt)
    {
        var suggestions = Suggesting.Of(prompt).Suggestions;

        Assert.NotEmpty(suggestions);
        Assert.All(suggestions, suggestion => Assert.True(new Essentials(Lexicon, prompt).AreTold(suggestion.Prompt, suggestion.Changes), $"{suggestion.Prompt}: {string.Join("; ", suggestion.Changes)}"));
        Assert.False(new Essentials(Lexicon, prompt).AreTold("when an email arrives then: archive it", []));
    }

    /// <summary>"If it has an attachment" is no automation of its own.</summary>
    [Fact]
    public void ASentenceAboutTheOneBefore_IsNotSuggestedAlone() =>
        Assert.DoesNotContain(Suggesting.Of("When mail from mira@harbour.example comes, star it. When it has an attachment, frobnicate it and notify me.").Suggestions, suggestion => !suggestion.Prompt.Contains("mira@harbour.example", StringComparison.Ordinal));
}
