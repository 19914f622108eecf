using Cortex.Cli.Instances;
using Cortex.Hosting;

namespace Cortex.Cli.Tests.Instances;

public sealed class StandInsTests
{
    private static readonly InstanceKeys Keys = new("11111111-1111-4111-8111-111111111111", "made-signing-key");

    [Theory]
    [InlineData("", "database nango firebase")]
    [InlineData("DATABASE_URL=postgresql://h/d", "nango firebase")]
    [InlineData("DATABASE_URL=   ", "database nango firebase")]
    [InlineData("FIREBASE_PROJECT_ID=p", "database nango")]
    [InlineData("FIREBASE_AUTHORITY=https://issuer.example", "database nango")]
    [InlineData("NANGO_SECRET_KEY=k", "database nango firebase")]
    [InlineData("NANGO_SECRET_KEY=k;FIREBASE_PROJECT_ID=p", "database")]
    [InlineData("NANGO_BASE_URL=https://nango.example", "database firebase")]
    [InlineData("NODE_ENV=production", "")]
    [InlineData("ASPNETCORE_ENVIRONMENT=Production", "")]
    [InlineData("ASPNETCORE_ENVIRONMENT=Development;NODE_ENV=production", "database nango firebase")]
    public void For_Environment_StandsInForWhatIsMissingAlone(string environment, string expected)
    {
        var standIns = StandIns.For(Read(environment));

        string[] local = [.. standIns.Database ? ["database"] : (string[])[], .. standIns.Nango ? ["nango"] : (string[])[], .. standIns.Firebase ? ["firebase"] : (string[])[]];
        Assert.Equal(expected, string.Join(' ', local));
    }

    [Fact]
    public void ReadSettings_InProductionWithNothingSet_ListsAllThatIsMissing()
    {
        var given = Read("NODE_ENV=production");

        var refusal = Assert.Throws<SettingsException>(() => new LocalEnvironment(given, StandIns.For(given), keys: null).ReadSettings());

        Assert.All((string[])["DATABASE_URL", "NANGO_SECRET_KEY", "FIREBASE_PROJECT_ID"], name => Assert.Contains(name, refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "11111111-1111-4111-8111-111111111111", "made-signing-key")]
    [InlineData("NANGO_WEBHOOK_SIGNING_KEY=given", "11111111-1111-4111-8111-111111111111", "given")]
    [InlineData("NANGO_SECRET_KEY=22222222-2222-4222-8222-222222222222", "22222222-2222-4222-8222-222222222222", "22222222-2222-4222-8222-222222222222")]
    [InlineData("NANGO_SECRET_KEY=no-uuid", "11111111-1111-4111-8111-111111111111", "no-uuid")]
    public void LocalEnvironment_WithSandbox_UsesTheKeysGivenAndMakesTheOthers(string environment, string secretKey, string signingKey)
    {
        var given = Read(environment);

        var local = new LocalEnvironment(given, StandIns.For(given), Keys);

        Assert.Equal((secretKey, signingKey), (local["NANGO_SECRET_KEY"], local["NANGO_WEBHOOK_SIGNING_KEY"]));
        Assert.Equal($"{local["NANGO_BASE_URL"]}/connect-ui/", local.ReadSettings().NangoConnectUrl!.ToString());
    }

    [Fact]
    public void ForSandbox_NangoIsReal_KeepsItsKeysAway()
    {
        var given = Read("NANGO_BASE_URL=https://nango.example;NANGO_SECRET_KEY=real;NANGO_WEBHOOK_SIGNING_KEY=real-too");

        var sandbox = new LocalEnvironment(given, StandIns.For(given), keys: null).ForSandbox("data");

        Assert.Null(sandbox["NANGO_SECRET_KEY"]);
        Assert.Null(sandbox["NANGO_WEBHOOK_SIGNING_KEY"]);
        Assert.Null(sandbox["SANDBOX_WEBHOOK_URL"]);
    }

    [Theory]
    [InlineData("", "/checkout/.cortex")]
    [InlineData("PORT=8080", "/checkout/.cortex")]
    [InlineData("PORT=9000", "/checkout/.cortex/port-9000")]
    [InlineData("PORT=9000;CORTEX_HOME=/elsewhere", "/elsewhere")]
    public void DirectoryFor_Port_IsItsOwn(string environment, string expected) =>
        Assert.Equal(expected, Instance.DirectoryFor(Read(environment), "/checkout"));

    private static Func<string, string?> Read(string environment)
    {
        var variables = environment.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return name => variables.GetValueOrDefault(name);
    }
}
