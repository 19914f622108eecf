namespace Cortex.Core.Tests.Compilation;

/// <summary>Words of an instruction that are no value, no reason and no text, and so are not taken for one.</summary>
public class NoValueTests
{
    [Theory]
    [InlineData("set its phone to none")]
    [InlineData("set its phone to blank")]
    [InlineData("set its phone to N/A")]
    [InlineData("set its rating hotter")]
    [InlineData("set its rating to unknown")]
    [InlineData("set its company to ours")]
    [InlineData("set its owner to whoever is free")]
    [InlineData("assign it to Whoever")]
    [InlineData("set its owner to Ana's manager")]
    [InlineData("set its name to capital letters")]
    [InlineData("send them a welcome email thanking them and copy ben@x.example")]
    [InlineData("create a task with priority one higher")]
    [InlineData("create a task with priority none")]
    public void NothingAndMore_AreNoValues(string action) => Compiling.Refused($"When a lead is created, {action}");

    [Theory]
    [InlineData("set its phone to \"none\"", "\"none\" as the phone")]
    [InlineData("create a task due next Monday", "next Monday as the due date")]
    [InlineData("create a contact with its name, email and phone", "the lead's email as the email, the lead's phone as the phone, the lead's name as the last name")]
    public void AValue_StandsInItsField(string action, string means) => Assert.Contains(means, Compiling.Compiled($"When a lead is created, {action}").Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("set its rating to the account's rating")]
    [InlineData("create a task called the account's name")]
    [InlineData("set its description to the name of the account")]
    [InlineData("notify me with the email's subject")]
    public void AValueOfAnotherRecord_IsNotTheItems(string action) => Compiling.Refused($"When a lead is created, {action}");

    [Theory]
    [InlineData("create an account with its company and phone")]
    [InlineData("create a contact with its email and phone")]
    public void SeveralValues_AreNoName(string action) => Compiling.Refused($"When a lead is created, {action}");

    [Theory]
    [InlineData("star it so I answer it tomorrow")]
    [InlineData("archive it so I can read it in an hour")]
    [InlineData("star it because I answer it tomorrow")]
    [InlineData("draft a reply thanking her and cc ben@x.example")]
    [InlineData("draft a reply declining it and copy ben@x.example")]
    [InlineData("draft a reply thanking her and loop in ben@x.example")]
    [InlineData("draft a reply thanking her and attach the file")]
    [InlineData("draft a reply and send it to ben@x.example")]
    [InlineData("star it so I see it first thing in the morning")]
    [InlineData("label it none")]
    [InlineData("reply saying nothing")]
    public void ATimeAndARecipient_AreNotLeftOut(string action) => Compiling.Refused($"When an email arrives from ana@x.example, {action}");

    [Theory]
    [InlineData("set its amount to 10%")]
    [InlineData("move it to Berlin")]
    public void AShareAndAPlace_AreNoAmountAndNoStage(string action) => Compiling.Refused($"When an opportunity is won, {action}");

    [Theory]
    [InlineData("move it to stage Handover", "\"Handover\" as the stage")]
    [InlineData("mark it as \"Handover\"", "\"Handover\" as the stage")]
    public void AStage_IsSaid(string action, string means) => Assert.Contains(means, Compiling.Compiled($"When an opportunity is won, {action}").Explanation, StringComparison.Ordinal);

    [Fact]
    public void AShorterPlainPrompt_IsNoFault() => Compiling.Refused("You are veryl, thanks a lot!!");
}
