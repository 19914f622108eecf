namespace Cortex.Core.Tests.Compilation;

/// <summary>What is said of one of several people, attachments or labels, and words that stand for something else than they seem to.</summary>
public class SomeOfSeveralTests
{
    [Theory]
    [InlineData("When a meeting with someone other than ana@x.example is created, notify me")]
    [InlineData("When a meeting is created and an attendee isn't from x.example, notify me")]
    [InlineData("When a meeting is created and not all attendees are from x.example, notify me")]
    [InlineData("When a meeting is created with anyone but ana@x.example, notify me")]
    [InlineData("When a meeting is created with somebody who is not ana@x.example, notify me")]
    [InlineData("When a meeting is created with attendees other than ana@x.example, notify me")]
    [InlineData("When a meeting is created and ana@x.example or bo@x.example is not attending, notify me")]
    [InlineData("When I get an email to someone other than ana@x.example, archive it")]
    [InlineData("When I get an email with a cc that isn't ana@x.example, archive it")]
    [InlineData("When I get an email with a label other than Work, archive it")]
    [InlineData("When I get an email with a label that isn't Work, archive it")]
    [InlineData("When a meeting starts with everyone from x.example, notify me")]
    [InlineData("Archive every email not sent to ana@x.example and bo@x.example")]
    public void OneThatIsNot_IsNotNoneThatIs(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When a meeting is created and ana@x.example is not attending, notify me", "not attended by ana@x.example")]
    [InlineData("When a meeting is created and neither ana@x.example nor bo@x.example attends, notify me", "not (attended by ana@x.example or attended by bo@x.example)")]
    [InlineData("When I get an email not to ana@x.example, archive it", "not to ana@x.example")]
    [InlineData("When I get an email to ana@x.example but not to bo@x.example, archive it", "to ana@x.example and not to bo@x.example")]
    [InlineData("When I get an email from someone other than ana@x.example, archive it", "not from ana@x.example")]
    [InlineData("Archive every email not sent to ana@x.example or bo@x.example", "not (to ana@x.example or to bo@x.example)")]
    [InlineData("When I get an email not labelled Work, archive it", "does not have the label \"Work\"")]
    public void NoneThatIs_IsRead(string prompt, string explanation) => Assert.Contains(explanation, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("When I get an email from Mark but not Bill, archive it")]
    [InlineData("When I get an email from Mark, not bill, archive it")]
    [InlineData("Archive emails from Mark except Bill")]
    [InlineData("When a lead is created, do nothing unless it is from Germany")]
    [InlineData("When I get an email, ignore it except if it is from ana@x.example")]
    [InlineData("When I get emails that mention one, archive them")]
    [InlineData("When I get an email about neither, archive it")]
    [InlineData("When I get an email, label it as unread")]
    [InlineData("Label every email from ana@x.example as read")]
    [InlineData("When I get an email from ana@x.example, tag it as important")]
    public void WhatSeemsToBeSomethingElse_IsRefused(string prompt) => Compiling.Refused(prompt);

    [Theory]
    [InlineData("When I get an email from ana@x.example but not a bill, archive it", "judges not to match \"a bill\"")]
    [InlineData("Archive emails from Mark but not newsletters", "judges not to match \"a newsletter\"")]
    [InlineData("When I get an email from Mark but not from Bill, archive it", "not from anyone with \"Bill\" in the name or address")]
    [InlineData("When I get an email, label it \"Unread\"", "label it \"Unread\"")]
    [InlineData("When I get an email, label it Read later", "label it \"Read later\"")]
    public void WhatIsSaidPlainly_IsRead(string prompt, string explanation) => Assert.Contains(explanation, Compiling.Compiled(prompt).Explanation, StringComparison.Ordinal);
}
