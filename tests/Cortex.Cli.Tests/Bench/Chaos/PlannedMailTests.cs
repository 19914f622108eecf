using Cortex.Cli.Bench.Chaos;

namespace Cortex.Cli.Tests.Bench.Chaos;

public sealed class PlannedMailTests
{
    [Fact]
    public void ByChance_SameSeed_IsTheSame_AndEveryIdComesOnce()
    {
        var mails = PlannedMail.ByChance(3, 1_000, users: 8, automations: 3);

        Assert.Equal(mails, PlannedMail.ByChance(3, 1_000, users: 8, automations: 3));
        Assert.NotEqual(mails, PlannedMail.ByChance(4, 1_000, users: 8, automations: 3));
        Assert.Equal(1_000, mails.Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 8), mails.Select(mail => mail.User).Distinct().Order());
        Assert.Equal(Enumerable.Range(0, 3), mails.Select(mail => mail.Automation).Distinct().Order());
        Assert.InRange(mails.Count(mail => mail.IsSentTwice), 20, 90);
    }

    [Theory]
    [InlineData("Re: chaos-000012", "chaos-000012")]
    [InlineData("chaos-000012", "chaos-000012")]
    [InlineData("Re: Lunch", null)]
    public void Effect_IsKnownByTheMailsIdInItsText(string text, string? mailId) => Assert.Equal(mailId, SeenEffect.Of("mail", text)?.MailId);
}
