using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailAddLabelTests
{
    private const string List = "GET /proxy/gmail/v1/users/me/labels";
    private const string Create = "POST /proxy/gmail/v1/users/me/labels";
    private const string Modify = "POST /proxy/gmail/v1/users/me/messages/m1/modify";
    private const string Labels = """{"labels":[{"id":"INBOX","name":"INBOX","type":"system"},{"id":"Label_7","name":"Invoices","type":"user"},{"id":"broken"}]}""";

    private static readonly ToolResult Invoices = new ToolResult.Completed("""{"label":"Invoices","labelId":"Label_7"}""");

    [Fact]
    public async Task Label_ThatIsThere_IsPutOnTheEmail()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Labels), Reply.Json("{}"));

        Assert.Equal(Invoices, await bench.ExecuteAsync("gmail.add_label", new { label = " invoices " }));
        Assert.Equal([List, Modify], bench.Gmail.Calls);
        Assert.Equal("""{"addLabelIds":["Label_7"]}""", bench.Gmail.Requests[1].Body);
    }

    [Fact]
    public async Task Label_ThatIsMissing_IsMadeFirst()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("{}"), Reply.Json("""{"id":"Label_7","name":"Invoices"}"""), Reply.Json("{}"));

        Assert.Equal(Invoices, await bench.ExecuteAsync("gmail.add_label", new { label = "Invoices" }));
        Assert.Equal([List, Create, Modify], bench.Gmail.Calls);
        Assert.Equal("""{"name":"Invoices","labelListVisibility":"labelShow","messageListVisibility":"show"}""", bench.Gmail.Requests[1].Body);
    }

    [Fact]
    public async Task Label_MadeBySomebodyElseMeanwhile_IsReadAgain()
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Json("{}"), Reply.Status(409, """{"error":{"code":409,"message":"Label name exists or conflicts"}}"""), Reply.Json(Labels), Reply.Json("{}"));

        Assert.Equal(Invoices, await bench.ExecuteAsync("gmail.add_label", new { label = "Invoices" }));
        Assert.Equal([List, Create, List, Modify], bench.Gmail.Calls);
    }

    [Fact]
    public async Task Label_WhoseNameGmailKeepsForItself_Fails()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("{}"), Reply.Status(409, """{"error":{"code":409}}"""), Reply.Json("{}"));

        Assert.Contains("for itself", Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.add_label", new { label = "Important mails" })).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("starred", "STARRED")]
    [InlineData("Inbox", "INBOX")]
    [InlineData("IMPORTANT", "IMPORTANT")]
    [InlineData("category_promotions", "CATEGORY_PROMOTIONS")]
    public async Task SystemLabel_IsPutOnByItsIdAtOnce(string label, string id)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("{}"));

        Assert.Equal(new ToolResult.Completed($$"""{"label":"{{id}}","labelId":"{{id}}"}"""), await bench.ExecuteAsync("gmail.add_label", new { label }));
        Assert.Equal([Modify], bench.Gmail.Calls);
    }

    [Theory]
    [InlineData("TRASH")]
    [InlineData(" trash ")]
    [InlineData("Spam")]
    [InlineData("INBOX")]
    [InlineData("unread")]
    [InlineData("STARRED")]
    [InlineData("category_promotions")]
    [InlineData("SENT")]
    [InlineData("DRAFT")]
    public async Task SystemLabel_ThatAnEmailNames_IsRefusedBeforeAnyCall(string subject)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.add_label", new { label = subject }, written: new { label = "{{ subject }}" }));
        Assert.Empty(bench.Gmail.Requests);
    }

    [Fact]
    public async Task SystemLabel_ThatIsOnlyFoundInTheMailbox_IsNotPutOn()
    {
        await using var bench = await ToolBench.StartAsync(
            Reply.Json("""{"labels":[{"id":"BLUE_STAR","name":"BLUE_STAR","type":"system"}]}"""), Reply.Status(409, """{"error":{"code":409}}"""), Reply.Json("{}"));

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.add_label", new { label = "blue_star" }));
        Assert.DoesNotContain(Modify, bench.Gmail.Calls);
    }

    [Fact]
    public async Task Label_OfTheUsersOwn_MayComeFromTheEmail()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Labels), Reply.Json("{}"));

        Assert.Equal(Invoices, await bench.ExecuteAsync("gmail.add_label", new { label = "Invoices" }, written: new { label = "{{ subject }}" }));
    }

    [Theory]
    [InlineData("", "no name")]
    [InlineData("sent", "Only Gmail itself")]
    [InlineData("a\nb", "line break")]
    public async Task Label_ThatCannotBe_IsRefusedBeforeAnyCall(string label, string why)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains(why, Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.add_label", new { label })).Sentence, StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Requests);
    }

    [Fact]
    public async Task Label_OfAnItemThatIsNoEmail_IsRefused()
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.add_label", new { label = "x" }, ToolBench.Email(kind: "event")));
        Assert.Empty(bench.Gmail.Requests);
    }

    [Theory]
    [InlineData(225, 1)]
    [InlineData(226, 0)]
    public async Task Label_AtItsLongest_IsTaken(int length, int calls)
    {
        await using var bench = await ToolBench.StartAsync();

        await bench.ExecuteAsync("gmail.add_label", new { label = new string('x', length) });

        Assert.Equal(calls, bench.Gmail.Requests.Count);
    }

    [Fact]
    public async Task Email_ThatIsGone_Fails()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Labels), Reply.Status(404, """{"error":{"code":404}}"""));

        Assert.Contains("no longer there", Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.add_label", new { label = "Invoices" })).Sentence, StringComparison.Ordinal);
    }
}
