using Cortex.Hosting;

namespace Cortex.Core.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void WhatIsMissing_IsListedAllAtOnce()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(new() { ["NODE_ENV"] = "production" }));

        Assert.All(["DATABASE_URL", "FIREBASE_PROJECT_ID", "NANGO_SECRET_KEY"], name => Assert.Contains(name, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PORT", "eighty")]
    [InlineData("LOG_LEVEL", "loud")]
    [InlineData("FIREBASE_AUTHORITY", "http://tokens.example/x")]
    [InlineData("REDIS_URL", "localhost:6379")]
    [InlineData("DATABASE_URL", "mysql://h/d")]
    [InlineData("NANGO_WEBHOOK_SIGNING_KEY", "a,b,c")]
    [InlineData("NANGO_CONNECT_URL", "connect.nango.example")]
    [InlineData("CORTEX_SANDBOX_URL", "localhost")]
    [InlineData("CORTEX_SANDBOX_URL", "https://sandbox.example")]
    public void WhatIsMalformed_IsNamed(string name, string value)
    {
        var environment = Complete();
        environment[name] = value;

        Assert.Contains(name, Assert.Throws<SettingsException>(() => Read(environment)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_AreThoseOfTheDocument()
    {
        var settings = Read(Complete());

        Assert.Equal((8080, 9090, 30, 4 * 1024 * 1024), (settings.Port, settings.ManagementPort, settings.RetentionDays, settings.WebhookBytesMax));
        Assert.Equal(60, settings.ReconcileAfterSeconds);
        Assert.Equal(45, settings.ProviderTimeoutSeconds);
        Assert.Equal(("https://securetoken.google.com/p", "https://api.nango.dev/"), (settings.FirebaseAuthority.ToString(), settings.NangoBaseUrl.ToString()));
        Assert.Equal(["key"], settings.WebhookSigningKeys);
        Assert.Null(settings.NangoConnectUrl);
        Assert.Equal(((string?)null, false, (Uri?)null), (settings.FirebaseWebApiKey, settings.OffersGoogleSignIn, settings.SandboxUrl));
        Assert.Equal("google-mail-ynxw", settings.ProviderConfigKeys.Gmail);
    }

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "production", true)]
    [InlineData("NODE_ENV", "production", true)]
    [InlineData("NODE_ENV", "development", false)]
    public void Sandbox_StandsInForTheOutsideWorld_NeverInProduction(string name, string value, bool refused)
    {
        var environment = Complete();
        environment["CORTEX_SANDBOX_URL"] = "http://localhost:8090";
        environment[name] = value;

        if (refused)
        {
            Assert.Contains("CORTEX_SANDBOX_URL", Assert.Throws<SettingsException>(() => Read(environment)).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(new Uri("http://localhost:8090"), Read(environment).SandboxUrl);
        }
    }

    private static Dictionary<string, string> Complete() => new() { ["DATABASE_URL"] = "postgresql://h/d", ["FIREBASE_PROJECT_ID"] = "p", ["NANGO_SECRET_KEY"] = "key" };

    private static CortexSettings Read(Dictionary<string, string> environment) => SettingsReader.Read(name => environment.GetValueOrDefault(name));
}
