using Cortex.Cli.Instances;
using Cortex.Hosting;
using Npgsql;

namespace Cortex.Cli.Commands;

/// <summary>What is real, what is local, and where everything is; no value of any key.</summary>
internal sealed class StartSummary(LocalEnvironment environment, Instance? instance)
{
    public Task WriteAsync(CortexSettings settings, TextWriter writer) => writer.WriteLineAsync(Text(settings));

    private string Text(CortexSettings settings) =>
        $"""

        Cortex is ready.

          Console         http://localhost:{settings.Port}/
          API reference   http://localhost:{settings.Port}/docs
          Webhooks        http://localhost:{settings.Port}/api/webhooks/nango
          Metrics         http://localhost:{settings.ManagementPort}/metrics

          PostgreSQL      {Database(settings)}
          Cluster         {(settings.RedisUrl is null ? "this process alone" : "through the Redis of REDIS_URL")}
          Nango           {Nango(settings)}
          Sign-in         {SignIn(settings)}
          Language model  {(settings.GroqApiKey is null ? "none (GROQ_API_KEY is not set): the built-in compiler alone" : "real, Groq")}

        Stop with Ctrl-C.

        """;

    private string Database(CortexSettings settings)
    {
        var server = new NpgsqlConnectionStringBuilder(Storage.DatabaseUrl.ToConnectionString(settings.DatabaseUrl));
        return environment.StandIns.Database
            ? $"local, port {server.Port}; data kept in {instance?.File("postgres")}"
            : $"real, {server.Host}:{server.Port}/{server.Database}";
    }

    private string Nango(CortexSettings settings) => environment.StandIns.Nango
        ? $"local sandbox, {environment.SandboxUrl}; keys in the environment or {instance?.File(InstanceKeys.FileName)}"
        : $"real, {settings.NangoBaseUrl}";

    private string SignIn(CortexSettings settings) => environment.StandIns.Firebase
        ? $"local sandbox, tokens from POST {environment.SandboxUrl}/sandbox/token"
        : $"real, {settings.FirebaseAuthority}";
}
