using Cortex.Api.Console;
using Cortex.Hosting;

namespace Cortex.Api.Tests.Console;

/// <summary>What the page may reach where Firebase signs users in.</summary>
public sealed class ConsolePolicyTests
{
    private const string Identity = "https://identitytoolkit.googleapis.com";
    private const string GoogleScripts = "https://apis.google.com";
    private const string Frame = "https://a-project.firebaseapp.com";

    [Theory]
    [InlineData(null, null, true, false)]
    [InlineData("on", null, true, true)]
    [InlineData("off", null, true, false)]
    [InlineData("on", "https://issuer.example.com", false, false)]
    public void GooglesHosts_AreAllowed_OnlyWhereTheyAreUsed(string? google, string? authority, bool reachesFirebase, bool reachesGoogle)
    {
        var policy = ConsolePolicy.Of(SettingsReader.Read(name => name switch
        {
            "DATABASE_URL" => "postgresql://cortex@localhost/cortex",
            "FIREBASE_PROJECT_ID" => "a-project",
            "FIREBASE_AUTHORITY" => authority,
            "FIREBASE_GOOGLE_SIGN_IN" => google,
            "NANGO_SECRET_KEY" => "key",
            _ => null,
        })).Split("; ").Select(directive => directive.Split(' ')).ToDictionary(d => d[0], d => d[1..], StringComparer.Ordinal);

        Assert.Equal(reachesFirebase, policy["connect-src"].Contains(Identity));
        Assert.Equal((reachesGoogle, reachesGoogle), (policy["script-src"].Contains(GoogleScripts), policy["frame-src"].Contains(Frame)));
    }
}
