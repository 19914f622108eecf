using System.Globalization;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation.Validation;

public class PromptLiteralsTests
{
    [Theory]
    [InlineData("ana@example.com", "mail from ana@example.com, please")]
    [InlineData("ana@example.com", "FROM:ANA@EXAMPLE.COM.")]
    [InlineData("ana@example.com", "'ana@example.com'")]
    [InlineData("@example.com", "anyone @example.com")]
    [InlineData("example.com", "anyone at example.com.")]
    [InlineData("John", "John's emails")]
    [InlineData("past due", "past\n  DUE")]
    [InlineData("the boss's", "the boss’s")]
    [InlineData("Übersicht", "U\u0308bersicht")]
    [InlineData("[JIRA]", "with [jira] in it")]
    [InlineData("发票", "包含发票的邮件")]
    public void WholeWords_AreSaid(string literal, string prompt) => Assert.NotNull(new PromptLiterals(prompt).Find(literal));

    [Theory]
    [InlineData("ana@example.com", "banana@example.com")]
    [InlineData("ana@example.com", "mr.ana@example.com")]
    [InlineData("ana@example.com", "ana@example.com.evil.org")]
    [InlineData("ana@example.com", "ana@example.community")]
    [InlineData("@example.com", "ana@example.com")]
    [InlineData("example.com", "ana@example.com")]
    [InlineData("example.com", "mail.example.com")]
    [InlineData("cat", "category")]
    [InlineData("5", "1.5")]
    [InlineData("1", "1,500")]
    [InlineData("", "anything")]
    public void PartsOfWords_AreNot(string literal, string prompt) => Assert.Null(new PromptLiterals(prompt).Find(literal));

    [Fact]
    public void ALiteral_IsFoundWhereItStands()
    {
        const string Prompt = "  when  “Past\n due”  arrives";
        var at = new PromptLiterals(Prompt).Find("past due")!.Value;

        Assert.Equal("Past\n due", Prompt.Substring(at.Start, at.Length));
    }

    [Theory]
    [InlineData("above 10k", 10_000)]
    [InlineData("above $10,000", 10_000)]
    [InlineData("above 10 000.5", 10)]
    [InlineData("1.5 million", 1_500_000)]
    [InlineData("1.5m", 1_500_000)]
    [InlineData("ten", 10)]
    [InlineData("twenty-five", 25)]
    [InlineData("fifty thousand", 50_000)]
    [InlineData("two hundred thousand", 200_000)]
    [InlineData("a hundred", 100)]
    [InlineData("a dozen", 12)]
    [InlineData("60%", 60)]
    [InlineData("5 MB", 5_242_880)]
    [InlineData("5mb", 5_242_880)]
    [InlineData("minus 5", -5)]
    public void Numbers_AreSaidAsPeopleWriteThem(string prompt, int number) => Assert.True(new PromptLiterals(prompt).SaidNumber(number));

    [Theory]
    [InlineData("above 10k", 100)]
    [InlineData("above 1,000", 1)]
    [InlineData("version 1.5", 5)]
    [InlineData("someone", 1)]
    [InlineData("99999999999999999999999999999999999999999999 million billion", 1)]
    public void OtherNumbers_AreNot(string prompt, int number) => Assert.False(new PromptLiterals(prompt).SaidNumber(number));

    [Theory]
    [InlineData("15 minutes before", 15)]
    [InlineData("15-minute warning", 15)]
    [InlineData("15min", 15)]
    [InlineData("an hour before", 60)]
    [InlineData("half an hour before", 30)]
    [InlineData("half hour", 30)]
    [InlineData("a quarter of an hour", 15)]
    [InlineData("an hour and a half", 90)]
    [InlineData("one and a half hours", 90)]
    [InlineData("1 hour and 30 minutes", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("a day before", 1_440)]
    [InlineData("two days", 2_880)]
    [InlineData("48h", 2_880)]
    [InlineData("a couple of days", 2_880)]
    [InlineData("a week", 10_080)]
    public void Durations_AreSaidAsPeopleWriteThem(string prompt, int minutes) => Assert.True(new PromptLiterals(prompt).SaidDuration(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("half an hour", 60)]
    [InlineData("15 emails", 15)]
    [InlineData("3 business days", 4_320)]
    [InlineData("half a day", 1_440)]
    public void OtherDurations_AreNot(string prompt, int minutes) => Assert.False(new PromptLiterals(prompt).SaidDuration(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-03-03")]
    [InlineData("March 3rd 2026")]
    [InlineData("March 3, 2026")]
    [InlineData("Mar 3rd, 2026")]
    [InlineData("the 3rd of March, 2026")]
    [InlineData("3 march 2026")]
    [InlineData("3/3/2026")]
    [InlineData("03.03.2026")]
    public void Days_AreSaidAsPeopleWriteThem(string prompt) => Assert.True(new PromptLiterals(prompt).SaidDay(new DateOnly(2026, 3, 3)));

    [Theory]
    [InlineData("March 3rd")]
    [InlineData("March 2026")]
    [InlineData("2026")]
    [InlineData("March 4th 2026")]
    [InlineData("may 2026")]
    [InlineData("31/31/2026 and 2026-99-99 and 99999999999999-1-1")]
    public void OtherDays_AreNot(string prompt) => Assert.False(new PromptLiterals(prompt).SaidDay(new DateOnly(2026, 3, 3)));

    [Theory]
    [InlineData("at 9am", "09:00")]
    [InlineData("9:30 pm", "21:30")]
    [InlineData("09:30", "09:30")]
    [InlineData("9 a.m.", "09:00")]
    [InlineData("9 o'clock", "09:00")]
    [InlineData("at noon", "12:00")]
    [InlineData("12am", "00:00")]
    [InlineData("at 17", "17:00")]
    public void TimesOfDay_AreSaidAsPeopleWriteThem(string prompt, string time) =>
        Assert.True(new PromptLiterals(prompt).SaidTime(TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("due in 3 days", "+3 days")]
    [InlineData("due in a week", "+7 days")]
    [InlineData("tomorrow at 9am", "tomorrow 09:00")]
    [InlineData("due on Saturday", "next saturday")]
    [InlineData("at the weekend", "next weekend")]
    [InlineData("whenever", "now")]
    public void RelativeTimes_StayAsTheyWereSaid(string prompt, string text) => Assert.True(new PromptLiterals(prompt).SaidRelative(RelativeTime.TryParse(text)!));

    [Theory]
    [InlineData("due in 3 days", "+2 days")]
    [InlineData("tomorrow morning", "tomorrow 09:00")]
    [InlineData("due on Saturday", "next sunday")]
    public void OtherRelativeTimes_AreNot(string prompt, string text) => Assert.False(new PromptLiterals(prompt).SaidRelative(RelativeTime.TryParse(text)!));

    [Theory]
    [InlineData("labels", "IMPORTANT", "an important email", true)]
    [InlineData("labels", "IMPORTANT", "an unimportant email", true)]
    [InlineData("labels", "CATEGORY_PERSONAL", "in my primary inbox", true)]
    [InlineData("labels", "IMPORTANT", "an email", false)]
    [InlineData("labels", "IMPORTANT", "an email from importantcorp", false)]
    [InlineData("attachments", ".pdf", "a pdf attached", true)]
    [InlineData("attachments", ".pdf", "PDFs", true)]
    [InlineData("attachments", ".pdf", "a document", false)]
    [InlineData("from", "@acme.example", "from acme.example", true)]
    [InlineData("from", "@acme.example", "from ana@acme.example", false)]
    [InlineData("StageName", "Closed Won", "a deal is won", true)]
    [InlineData("StageName", "Closed Won", "a deal wonders", false)]
    [InlineData("Amount", "10000", "above 10k", true)]
    [InlineData("date", "2026-03-03T00:00:00Z", "after March 3rd 2026", true)]
    [InlineData("date", "2026-03-03T09:00:00Z", "after March 3rd 2026", false)]
    public void Values_AreSaidInTheWordsThatPeopleHave(string field, string value, string prompt, bool said) =>
        Assert.Equal(said, Grounding.SaidValue(value, CortexCatalog.Known.FindField(field), new PromptLiterals(prompt)));

    [Theory]
    [InlineData("asks for a refund", "a customer wants a refund", true)]
    [InlineData("an investor update from a founder", "monthly updates that founders mail to their investors", true)]
    [InlineData("the model should wire money", "a receipt arrives", false)]
    [InlineData("a refund over 500", "a customer wants a refund", false)]
    [InlineData("a refund over 500", "a customer wants a refund over five hundred", true)]
    [InlineData("a refund to evil@x.example", "a customer wants a refund", false)]
    [InlineData("a refund for Acme", "a customer wants a refund", false)]
    [InlineData("a refund for Acme", "acme wants a refund", true)]
    [InlineData("a refund, see https://evil.example", "a customer wants a refund", false)]
    [InlineData("a refund called \"quick win\"", "a customer wants a refund", false)]
    [InlineData("phishing / suspicious", "looks like phishing", true)]
    public void AParaphrase_BringsNothingIn(string text, string prompt, bool sound) =>
        Assert.Equal(sound, Paraphrase.FindFault(text, new PromptLiterals(prompt)) is null);
}
