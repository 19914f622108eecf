using System.Globalization;
using Cortex.Hosting;

namespace Cortex.Cli.Instances;

/// <summary>The environment that Cortex' processes on this machine get: what is set, and the local parts in place of what is not.</summary>
internal sealed class LocalEnvironment
{
    private const string FirebaseProject = "cortex-sandbox";
    private const string NotStarted = "postgresql://127.0.0.1:1/none";
    private const string PortDefault = "8080";
    private const string ManagementPortDefault = "9090";
    private const int SandboxPortDefault = 8090;

    private readonly Func<string, string?> _given;
    private readonly Dictionary<string, string> _added = [];

    public LocalEnvironment(Func<string, string?> given, StandIns standIns, InstanceKeys? keys)
    {
        _given = given;
        StandIns = standIns;
        SandboxPort = FreePort.Or(int.TryParse(given("SANDBOX_PORT"), CultureInfo.InvariantCulture, out var port) ? port : SandboxPortDefault);
        ChoosePorts();
        if (standIns.Nango)
        {
            AddNango(keys ?? throw new ArgumentNullException(nameof(keys)));
        }

        if (standIns.Firebase)
        {
            Set("FIREBASE_PROJECT_ID", FirebaseProject);
            Set("FIREBASE_AUTHORITY", $"{SandboxUrl}/firebase/{FirebaseProject}");
        }

        if (standIns.Sandbox)
        {
            Set("CORTEX_SANDBOX_URL", SandboxUrl);
        }
    }

    public StandIns StandIns { get; }

    public int SandboxPort { get; }

    public string SandboxUrl => $"http://localhost:{SandboxPort}";

    /// <summary>What was added to the environment given.</summary>
    public IReadOnlyDictionary<string, string> Added => _added;

    public string? this[string name] => _added.GetValueOrDefault(name) ?? _given(name);

    /// <summary>The settings; as long as a local PostgreSQL has not started, with an address that leads nowhere.</summary>
    /// <exception cref="SettingsException">Something is missing or malformed.</exception>
    public CortexSettings ReadSettings() => SettingsReader.Read(name => this[name] ?? (name == "DATABASE_URL" && StandIns.Database ? NotStarted : null));

    /// <summary>A port that is taken is said so before anything is started.</summary>
    public void ThrowIfPortsAreTaken()
    {
        var settings = ReadSettings();
        Ports.ThrowIfTaken("PORT", settings.Port);
        Ports.ThrowIfTaken("MANAGEMENT_PORT", settings.ManagementPort);
        if (StandIns.Sandbox)
        {
            Ports.ThrowIfTaken("SANDBOX_PORT", SandboxPort);
        }
    }

    public void Set(string name, string value) => _added[name] = value;

    public void SetUnlessGiven(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(_given(name)))
        {
            Set(name, value);
        }
    }

    /// <summary>What the sandbox needs. Keys of a real Nango are none of its business.</summary>
    public Dictionary<string, string?> ForSandbox(string dataDirectory) => new()
    {
        ["SANDBOX_PORT"] = SandboxPort.ToString(CultureInfo.InvariantCulture),
        ["SANDBOX_DATA"] = dataDirectory,
        ["SANDBOX_WEBHOOK_URL"] = StandIns.Nango ? this["SANDBOX_WEBHOOK_URL"] ?? $"http://127.0.0.1:{this["PORT"]}/api/webhooks/nango" : null,
        ["NANGO_SECRET_KEY"] = StandIns.Nango ? this["NANGO_SECRET_KEY"] : null,
        ["NANGO_WEBHOOK_SIGNING_KEY"] = StandIns.Nango ? this["NANGO_WEBHOOK_SIGNING_KEY"] : null,
        ["FIREBASE_PROJECT_ID"] = FirebaseProject,
        ["SANDBOX_CONSOLE_ORIGINS"] = $"http://localhost:{this["PORT"]},http://127.0.0.1:{this["PORT"]},{this["SANDBOX_CONSOLE_ORIGINS"]}",
    };

    /// <summary>The ports that others must know are fixed; all others are picked free.</summary>
    private void ChoosePorts()
    {
        SetUnlessGiven("PORT", PortDefault);
        SetUnlessGiven("MANAGEMENT_PORT", ManagementPortDefault);
        foreach (var name in (string[])["PORT", "MANAGEMENT_PORT"])
        {
            if (this[name] == "0")
            {
                Set(name, FreePort.Find().ToString(CultureInfo.InvariantCulture));
            }
        }

        SetUnlessGiven("CORTEX_SILO_PORT", "0");
        SetUnlessGiven("CORTEX_GATEWAY_PORT", "0");
        SetUnlessGiven("CORTEX_ADVERTISED_IP", "127.0.0.1");
    }

    private void AddNango(InstanceKeys keys)
    {
        Set("NANGO_BASE_URL", SandboxUrl);
        Set("NANGO_CONNECT_URL", $"{SandboxUrl}/connect-ui/");
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
