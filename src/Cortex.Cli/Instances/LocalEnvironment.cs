using System.Globalization;

namespace Cortex.Cli.Instances;

/// <summary>The environment that Cortex' processes on this machine get: what is set, and the local parts in place of what is not.</summary>
internal sealed class LocalEnvironment
{
    private const string FirebaseProject = "cortex-sandbox";
    private const int SandboxPortDefault = 8090;

    private readonly Func<string, string?> _given;
    private readonly Dictionary<string, string> _added = [];

    public LocalEnvironment(Func<string, string?> given, StandIns standIns, InstanceKeys? keys)
    {
        _given = given;
        StandIns = standIns;
        SandboxPort = int.TryParse(given("SANDBOX_PORT"), CultureInfo.InvariantCulture, out var port) ? port : SandboxPortDefault;
        if (standIns.Nango)
        {
            AddNango(keys ?? throw new ArgumentNullException(nameof(keys)));
        }

        if (standIns.Firebase)
        {
            Set("FIREBASE_PROJECT_ID", FirebaseProject);
            Set("FIREBASE_AUTHORITY", $"{SandboxUrl}/firebase/{FirebaseProject}");
        }
    }

    public StandIns StandIns { get; }

    public int SandboxPort { get; }

    public string SandboxUrl => $"http://localhost:{SandboxPort}";

    /// <summary>What was added to the environment given.</summary>
    public IReadOnlyDictionary<string, string> Added => _added;

    public string? this[string name] => _added.GetValueOrDefault(name) ?? _given(name);

    public void Set(string name, string value) => _added[name] = value;

    public void SetUnlessGiven(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(_given(name)))
        {
            Set(name, value);
        }
    }

    private void AddNango(InstanceKeys keys)
    {
        Set("NANGO_BASE_URL", SandboxUrl);
        if (_given("NANGO_SECRET_KEY") is not { Length: > 0 } secretKey)
        {
            Set("NANGO_SECRET_KEY", keys.NangoSecretKey);
            SetUnlessGiven("NANGO_WEBHOOK_SIGNING_KEY", keys.NangoWebhookSigningKey);
        }
        else if (!Guid.TryParseExact(secretKey.Trim(), "D", out _))
        {
            // The sandbox refuses, as Nango does, an API key of another form; as the key of signatures it is as good as any.
            SetUnlessGiven("NANGO_WEBHOOK_SIGNING_KEY", secretKey);
            Set("NANGO_SECRET_KEY", keys.NangoSecretKey);
        }
        else
        {
            SetUnlessGiven("NANGO_WEBHOOK_SIGNING_KEY", secretKey);
        }
    }
}
