namespace Cortex.Sandbox.Tests.Hosting;

public sealed class OptionsTests
{
    [Fact]
    public void Read_EmptyEnvironment_GivesTheDefaults()
    {
        Assert.True(SandboxOptions.TryRead(_ => null, out var options, out var faults));

        Assert.Empty(faults);
        Assert.Equal(8090, options.Port);
        Assert.Equal("cortex-sandbox", options.FirebaseProjectId);
        Assert.Empty(options.WebhookUrls);
    }

    [Fact]
    public void Read_GoodEnvironment_TakesAllOfIt()
    {
        var environment = new Dictionary<string, string>
        {
            ["SANDBOX_PORT"] = "0",
            ["SANDBOX_WEBHOOK_URL"] = "http://127.0.0.1:8080/a, http://127.0.0.1:8081/b",
            ["NANGO_WEBHOOK_SIGNING_KEY"] = "first,second",
            ["CORTEX_CATALOG_GMAIL"] = "my-mail",
        };

        Assert.True(SandboxOptions.TryRead(environment.GetValueOrDefault, out var options, out _));

        Assert.Equal(0, options.Port);
        Assert.Equal(2, options.WebhookUrls.Count);
        Assert.Equal(["first", "second"], options.WebhookSigningKeys);
        Assert.Equal("my-mail", options.GmailKey);
    }

    [Fact]
    public void Read_SeveralFaults_ReportsThemTogether()
    {
        var environment = new Dictionary<string, string>
        {
            ["SANDBOX_PORT"] = "http",
            ["SANDBOX_WEBHOOK_URL"] = "nowhere",
            ["NANGO_SECRET_KEY"] = "secret",
            ["LOG_LEVEL"] = "loud",
            ["FIREBASE_PROJECT_ID"] = "Not A Project",
            ["CORTEX_CATALOG_CALENDAR"] = "salesforce-2",
        };

        Assert.False(SandboxOptions.TryRead(environment.GetValueOrDefault, out _, out var faults));

        string[] named = ["SANDBOX_PORT", "SANDBOX_WEBHOOK_URL", "NANGO_SECRET_KEY", "LOG_LEVEL", "FIREBASE_PROJECT_ID", "CORTEX_CATALOG_CALENDAR"];
        Assert.Equal(named.Length, faults.Count);
        Assert.All(named, name => Assert.Contains(faults, fault => fault.Contains(name, StringComparison.Ordinal)));
        Assert.DoesNotContain(faults, fault => fault.Contains("secret", StringComparison.Ordinal));
    }
}
