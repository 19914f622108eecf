namespace Cortex.Core.Tests.Compilation;

/// <summary>Kinds of wording of what a text is, holds and lacks, each with a few of its siblings and with what must not be taken for it.</summary>
public class ComparisonWordingTests
{
    [Theory]
    [InlineData("When \"harbour\" is somewhere in the subject of an email, star it", "with \"harbour\" in the subject")]
    [InlineData("If \"harbour\" is part of the subject of an email, star it", "with \"harbour\" in the subject")]
    [InlineData("\"Harbour\" anywhere in the subject of an email? star it", "with \"Harbour\" in the subject")]
    [InlineData("When an email has \"harbour\" anywhere in the title, star it", "with \"harbour\" in the subject")]
    [InlineData("When there's \"harbour\" in the subject of an email, star it", "with \"harbour\" in the subject")]
    [InlineData("When an email with \"harbour\" for a subject arrives, star it", "with \"harbour\" in the subject")]
    [InlineData("If \"harbour\" is nowhere in the subject of an email, star it", "without \"harbour\" in the subject")]
    [InlineData("If \"harbour\" is missing from the subject of an email, star it", "without \"harbour\" in the subject")]
    [InlineData("When an email arrives whose subject lacks \"harbour\", star it", "without \"harbour\" in the subject")]
    [InlineData("When there's no \"harbour\" in the subject of an email, star it", "without \"harbour\" in the subject")]
    [InlineData("When emails do not mention \"harbour\" anywhere in the subject, star them", "without \"harbour\" in the subject")]
    [InlineData("Star new emails, leaving out subjects with \"harbour\"", "without \"harbour\" in the subject")]
    public void WhereInATextSomethingIs_IsSaidInManyWays(string prompt, string which) => Assert.Equal($"When an email arrives {which}, star it.", Explained(prompt));

    [Theory]
    [InlineData("When an email arrives whose subject matches \"harbour\" exactly, star it", "whose subject is \"harbour\"")]
    [InlineData("When an email has exactly the subject \"harbour\", star it", "whose subject is \"harbour\"")]
    [InlineData("Should the subject of an email be \"harbour\", star it", "whose subject is \"harbour\"")]
    [InlineData("When the subject of an email is same as \"harbour\", star it", "whose subject is \"harbour\"")]
    [InlineData("When the subject of an email is something else than \"harbour\", star it", "whose subject is not \"harbour\"")]
    [InlineData("When the subject of an email says anything but \"harbour\", star it", "whose subject is not \"harbour\"")]
    [InlineData("When an email comes for which the subject is unequal to \"harbour\", star it", "whose subject is not \"harbour\"")]
    [InlineData("Should the subject of an email be other than \"harbour\", star it", "whose subject is not \"harbour\"")]
    [InlineData("When an email comes with subjects that differ from \"harbour\", star it", "whose subject is not \"harbour\"")]
    [InlineData("When an email comes whose subject doesn't match \"harbour\" exactly, star it", "whose subject is not \"harbour\"")]
    public void WhatATextIs_IsSaidInManyWays(string prompt, string which) => Assert.Equal($"When an email arrives {which}, star it.", Explained(prompt));

    [Theory]
    [InlineData("Star emails from anyone who isn't \"Uncle Bo\"", "not from anyone with \"Uncle Bo\" in the name or address")]
    [InlineData("When somebody that is not \"Uncle Bo\" writes to me, star it", "not from anyone with \"Uncle Bo\" in the name or address")]
    [InlineData("When anybody but bo@x.example sends me an important email, star it", "not from bo@x.example and marked as important")]
    [InlineData("When an email comes from senders that are not bo@x.example, star it", "not from bo@x.example")]
    [InlineData("When an email comes from someone with \"bo\" in their name, star it", "with \"bo\" in the sender's name")]
    [InlineData("When an email is sent by somebody whose name contains \"bo\", star it", "with \"bo\" in the sender's name")]
    [InlineData("When an email comes from someone whose name isn't \"bo\", star it", "whose sender's name is not \"bo\"")]
    [InlineData("When someone called \"bo\" emails me, star it", "with \"bo\" in the sender's name")]
    [InlineData("When bo@x.example has sent me an unread email, star it", "from bo@x.example and marked as unread")]
    [InlineData("When bo@x.example mails my gmail account, star it", "from bo@x.example")]
    [InlineData("If bo@x.example is the sender of an email, star it", "from bo@x.example")]
    public void WhoSendsIt_IsSaidInManyWays(string prompt, string who) => Assert.Equal($"When an email arrives {who}, star it.", Explained(prompt));

    [Theory]
    [InlineData("When gmail marks a new message as important, star it", "marked as important")]
    [InlineData("When an email gets flagged as important, star it", "marked as important")]
    [InlineData("Star every email that's flagged important", "marked as important")]
    [InlineData("Star all non important emails", "not marked as important")]
    [InlineData("Star emails not marked as important", "not marked as important")]
    [InlineData("When an email is having \"Hull\" as its label, star it", "that has the label \"Hull\"")]
    [InlineData("When I get an email that is not tagged \"Hull\", star it", "that does not have the label \"Hull\"")]
    public void HowAnEmailIsMarked_IsSaidInManyWays(string prompt, string how) => Assert.Equal($"When an email arrives {how}, star it.", Explained(prompt));

    [Theory]
    [InlineData("When I get an email whose subject is somewhere, star it")]
    [InlineData("When an email gets marked as spam, notify me")]
    [InlineData("When I mark an email as important, notify me")]
    [InlineData("When \"harbour\" is part of the deal, star it")]
    [InlineData("When the subject of an email changes, star it")]
    [InlineData("When the subject of my email is updated, star it")]
    [InlineData("If the subject contains \"harbour\" or an email arrives, star it")]
    [InlineData("If the subject is \"harbour\" and emails are archived, notify me")]
    [InlineData("When an email arrives, reply with \"harbour\" as the subject")]
    [InlineData("Delete emails with \"harbour\" missing from the subject")]
    [InlineData("Star emails from someone who isn't here")]
    public void WhatSaysLess_IsRefused(string prompt) => Compiling.Refused(prompt);

    private static string Explained(string prompt) => Compiling.Compiled(prompt).Explanation;
}
