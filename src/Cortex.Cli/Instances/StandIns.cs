using Cortex.Hosting;

namespace Cortex.Cli.Instances;

/// <summary>Which parts of the outside world the environment does not name, so that local ones stand in for them. None does in production.</summary>
/// <param name="Database">A private PostgreSQL.</param>
/// <param name="Nango">The sandbox's Nango, and the providers behind it.</param>
/// <param name="Firebase">The sandbox's token issuer.</param>
internal sealed record StandIns(bool Database, bool Nango, bool Firebase)
{
    public bool Sandbox => Nango || Firebase;

    public bool Any => Database || Sandbox;

    public static StandIns For(Func<string, string?> environment)
    {
        bool IsSet(string name) => environment(name) is { } value && !string.IsNullOrWhiteSpace(value);
        if (SettingsReader.IsProduction(environment))
        {
            return new(false, false, false);
        }

        var firebase = !IsSet("FIREBASE_PROJECT_ID") && !IsSet("FIREBASE_AUTHORITY");

        // A key alone means Nango itself, unless users are local: those own nothing there, and the key is then the sandbox's.
        var nango = !IsSet("NANGO_BASE_URL") && (!IsSet("NANGO_SECRET_KEY") || firebase);
        return new(!IsSet("DATABASE_URL"), nango, firebase);
    }
}
