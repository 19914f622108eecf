using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Sessions;

/// <summary>What a pop-up sees. How the front-end library goes through it is in RealClientTests.</summary>
public sealed partial class OAuthTests : IAsyncLifetime
{
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync() => sandbox = await SandboxHost.StartAsync();

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Consent_OfASession_SaysThatItIsASandboxAndNamesProviderAndAccount()
    {
        var page = await sandbox.GetAsync($"/oauth/connect/salesforce-2?connect_session_token={await TokenAsync("\"<ada>\"@example.com")}");

        Assert.Equal(200, page.Status);
        Assert.Contains("Sandbox: this page stands in for Salesforce", page.Text, StringComparison.Ordinal);
        Assert.Contains("&quot;&lt;ada&gt;&quot;@example.com", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_OfOnePopUp_CountsOnce()
    {
        var page = await sandbox.GetAsync($"/oauth/connect/salesforce-2?connect_session_token={await TokenAsync()}");
        var allow = AllowLink().Match(page.Text).Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);

        var first = await sandbox.GetAsync(allow);
        var second = await sandbox.GetAsync(allow);

        Assert.Equal((200, 400), (first.Status, second.Status));
        Assert.Contains("nango_oauth_callback_success", first.Text, StringComparison.Ordinal);
        Assert.Single((await sandbox.NangoAsync(HttpMethod.Get, "/connections"))["connections"].AsArray());
    }

    [Theory]
    [InlineData("nango_connect_session_x", "invalid_connect_session_token_format")]
    [InlineData("nango_connect_session_0000000000000000000000000000000000000000000000000000000000000000", "unknown_connect_session_token")]
    public async Task Connect_WithoutASession_Is401(string token, string code)
    {
        var answer = await sandbox.GetAsync($"/oauth/connect/salesforce-2?connect_session_token={token}");

        Assert.Equal((401, code), (answer.Status, answer["error"]["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/oauth/connect/other?connect_session_token=")]
    [InlineData("/oauth/connect/salesforce-2?connection_id=mine&connect_session_token=")]
    public async Task Connect_ThatIsWrong_EndsOnAPageThatSaysWhy(string path)
    {
        var page = await sandbox.GetAsync(path + await TokenAsync());

        Assert.Equal(400, page.Status);
        Assert.Contains("The account was not connected.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialog_OfTheSandbox_IsServedWhereSessionsLinkTo()
    {
        var session = await sandbox.NangoAsync(HttpMethod.Post, "/connect/sessions", body: new JsonObject { ["tags"] = new JsonObject { ["a"] = "b" } });
        var link = new Uri(session["data"]["connect_link"]!.GetValue<string>());

        var page = await sandbox.GetAsync(link.PathAndQuery);
        var script = await sandbox.GetAsync("/connect-ui/dialog.js");

        Assert.Contains("stands in for Nango's Connect UI", page.Text, StringComparison.Ordinal);
        Assert.Contains("type: 'ready'", script.Text, StringComparison.Ordinal);
    }

    private async Task<string> TokenAsync(string email = "ada@example.com")
    {
        var tags = new JsonObject { ["end_user_id"] = "uid_1", ["end_user_email"] = email };
        var session = await sandbox.NangoAsync(HttpMethod.Post, "/connect/sessions", body: new JsonObject { ["tags"] = tags });
        return session["data"]["token"]!.GetValue<string>();
    }

    [GeneratedRegex("id=\"allow\" href=\"([^\"]+)\"")]
    private static partial Regex AllowLink();
}
