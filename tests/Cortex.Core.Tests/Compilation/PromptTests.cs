namespace Cortex.Core.Tests.Compilation;

/// <summary>Prompts as people write them, and what the explanation says was understood.</summary>
public class PromptTests
{
    [Theory]
    [InlineData("when: email from test@test.com then: do nothing", "When an email arrives from test@test.com, do nothing.")]
    [InlineData("WHEN: EMAIL FROM TEST@TEST.COM THEN: DO NOTHING", "When an email arrives from TEST@TEST.COM, do nothing.")]
    [InlineData("  when :\n\temail   from test@test.com\n\n then :  do nothing . ", "When an email arrives from test@test.com, do nothing.")]
    [InlineData("when: an email arrives then: take no action", "When an email arrives, do nothing.")]
    [InlineData("When I get an email from ana@shop.example, do nothing", "When an email arrives from ana@shop.example, do nothing.")]
    [InlineData("when i receive a new message from ana@shop.example then don't do anything!", "When an email arrives from ana@shop.example, do nothing.")]
    [InlineData("If an e-mail comes in from ana@shop.example: do nothing", "When an email arrives from ana@shop.example, do nothing.")]
    [InlineData("Every time ana@shop.example emails me, do nothing.", "When an email arrives from ana@shop.example, do nothing.")]
    [InlineData("Mail from ana@shop.example -> do nothing", "When an email arrives from ana@shop.example, do nothing.")]
    [InlineData("Do nothing when ana@shop.example sends me a message", "When an email arrives from ana@shop.example, do nothing.")]
    public void Events_AreUnderstood(string prompt, string explanation) =>
        Assert.Equal(explanation, Compiling.Compiled(prompt).Explanation);

    [Theory]
    [InlineData("from <ana@shop.example>", "from ana@shop.example")]
    [InlineData("from \"ana@shop.example\"", "from ana@shop.example")]
    [InlineData("sent by ana@shop.example", "from ana@shop.example")]
    [InlineData("from shop.example", "from any address at shop.example")]
    [InlineData("from @shop.example", "from any address at shop.example")]
    [InlineData("from anyone at shop.example", "from any address at shop.example")]
    [InlineData("from Ana", "from anyone with \"Ana\" in the name or address")]
    [InlineData("from “Ana Lopes”", "from anyone with \"Ana Lopes\" in the name or address")]
    [InlineData("from ana@shop.example or bo@shop.example", "from ana@shop.example or from bo@shop.example")]
    [InlineData("from a@x.example, b@x.example or y.example", "from a@x.example or from b@x.example or from any address at y.example")]
    [InlineData("not from ana@shop.example", "not from ana@shop.example")]
    [InlineData("whose sender is ana@shop.example", "from ana@shop.example")]
    [InlineData("to sales@shop.example", "to sales@shop.example")]
    [InlineData("with subject \"Invoice\"", "with \"Invoice\" in the subject")]
    [InlineData("with the subject line «Invoice»", "with \"Invoice\" in the subject")]
    [InlineData("with subject: invoice", "with \"invoice\" in the subject")]
    [InlineData("with 'the boss's invoice' in the subject", "with \"the boss's invoice\" in the subject")]
    [InlineData("with the word invoice in the subject", "with \"invoice\" in the subject")]
    [InlineData("and the subject contains past due", "with \"past due\" in the subject")]
    [InlineData("where the title includes \"a\" or \"b\"", "with \"a\" in the subject or with \"b\" in the subject")]
    [InlineData("with subject exactly \"Invoice\"", "whose subject is \"Invoice\"")]
    [InlineData("and subject is exactly Invoice", "whose subject is \"Invoice\"")]
    [InlineData("whose subject starts with \"Re:\"", "whose subject starts with \"Re:\"")]
    [InlineData("with a subject ending with \"!\"", "whose subject ends with \"!\"")]
    [InlineData("and the subject doesn't contain \"test\"", "without \"test\" in the subject")]
    [InlineData("without \"test\" in the subject", "without \"test\" in the subject")]
    [InlineData("whose subject is not \"test\"", "whose subject is not \"test\"")]
    [InlineData("with \"refund\" in the body", "with \"refund\" in the body")]
    [InlineData("with an attachment", "with an attachment")]
    [InlineData("without attachments", "without an attachment")]
    [InlineData("labelled \"Work\"", "that has the label \"Work\"")]
    [InlineData("with the label Work", "that has the label \"Work\"")]
    [InlineData("from ana@shop.example with subject \"a\" and an attachment name containing \"pdf\"",
        "from ana@shop.example and with \"a\" in the subject and whose attachment names include one that contains \"pdf\"")]
    [InlineData("from ana@shop.example, if the subject contains \"a\", and with an attachment",
        "from ana@shop.example and with \"a\" in the subject and with an attachment")]
    public void Conditions_AreUnderstood(string condition, string clause)
    {
        Assert.Equal($"When an email arrives {clause}, do nothing.", Compiling.Compiled($"when: email {condition} then: do nothing").Explanation);
        Assert.Equal($"When an email arrives {clause}, do nothing.", Compiling.Compiled($"When I get an email {condition}, then do nothing.").Explanation);
    }

    [Theory]
    [InlineData("send an email to bo@x.example saying \"Hi\"", "send an email to bo@x.example with the email's subject as the subject and \"Hi\" as the text")]
    [InlineData("send an email to bo@x.example saying see you soon", "send an email to bo@x.example with the email's subject as the subject and \"see you soon\" as the text")]
    [InlineData("send email to bo@x.example with subject \"News\" saying \"Hi\"", "send an email to bo@x.example with \"News\" as the subject and \"Hi\" as the text")]
    [InlineData("send a message to bo@x.example saying \"Hi\" with the subject \"News\"", "send an email to bo@x.example with \"News\" as the subject and \"Hi\" as the text")]
    [InlineData("email bo@x.example saying \"Hi, it is {{ fromName }}\"",
        "send an email to bo@x.example with the email's subject as the subject and \"Hi, it is [the sender's name]\" as the text")]
    [InlineData("email {{ from }} \"Got it\"", "send an email to the email's sender with the email's subject as the subject and \"Got it\" as the text")]
    [InlineData("reply \"Thanks\"", "reply with \"Thanks\"")]
    [InlineData("please reply with 'I'm away'", "reply with \"I'm away\"")]
    [InlineData("respond to the sender saying thanks a lot", "reply with \"thanks a lot\"")]
    [InlineData("send a reply saying “On it”", "reply with \"On it\"")]
    [InlineData("add label \"Finance\"", "label it \"Finance\"")]
    [InlineData("add the label Finance", "label it \"Finance\"")]
    [InlineData("apply the Finance label", "label it \"Finance\"")]
    [InlineData("label it as To do", "label it \"To do\"")]
    [InlineData("automatically tag the email with \"Finance\"", "label it \"Finance\"")]
    [InlineData("label it Finance and reply \"Thanks\"", "label it \"Finance\", then reply with \"Thanks\"")]
    [InlineData("label it Finance, then reply saying thanks, and then add label \"Done\"", "label it \"Finance\", then reply with \"thanks\", then label it \"Done\"")]
    [InlineData("label it Finance\nreply \"Thanks\"", "label it \"Finance\", then reply with \"Thanks\"")]
    [InlineData("reply \"one, two and then: three, when?\" and star it", "reply with \"one, two and then: three, when?\", then star it")]
    public void Actions_AreUnderstood(string actions, string explanation)
    {
        Assert.Equal($"When an email arrives from ana@shop.example, {explanation}.", Compiling.Compiled($"when: email from ana@shop.example then: {actions}").Explanation);
        Assert.Equal($"When an email arrives from ana@shop.example, {explanation}.", Compiling.Compiled($"When I get an email from ana@shop.example, {actions}.").Explanation);
    }

    [Fact]
    public void TheParts_OfAForm_AreOnePrompt() =>
        Assert.Equal(
            "When an email arrives from any address at shop.example and with \"invoice\" in the subject and with an attachment, label it \"Bills\".",
            Compiling.Compiled("when: email from shop.example if: the subject contains invoice and it has an attachment then: label it Bills").Explanation);

    [Theory]
    [InlineData("when: whenever I get an email from ana@x.example. if: it's to bo@x.example then: then do nothing, please.")]
    [InlineData("when: an email comes from ana@x.example\nif: if it was sent to bo@x.example\nthen: do nothing")]
    public void TheParts_OfAForm_MayRepeatItsWords(string prompt) =>
        Assert.Equal("When an email arrives from ana@x.example and to bo@x.example, do nothing.", Compiling.Compiled(prompt).Explanation);

    [Fact]
    public void AnAfterthought_AfterOneAction_IsAConditionOfTheWhole() =>
        Assert.Equal(
            "When an email arrives from Ana@x.example and with \"invoice\" in the subject, label it \"Bills\".",
            Compiling.Compiled("When an email comes from Ana@x.example, label it Bills if the subject contains invoice").Explanation);
}
