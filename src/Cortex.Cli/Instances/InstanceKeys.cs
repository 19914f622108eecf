using System.Text.Json;
using Cortex.Cli.Local;

namespace Cortex.Cli.Instances;

/// <summary>The keys between Cortex and its local sandbox, made once. Whoever signs webhooks by hand finds them in their file.</summary>
/// <param name="NangoSecretKey">As real ones, a UUID v4.</param>
/// <param name="NangoWebhookSigningKey">What webhooks are signed with.</param>
internal sealed record InstanceKeys(string NangoSecretKey, string NangoWebhookSigningKey)
{
    public const string FileName = "keys.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<InstanceKeys> OpenAsync(Instance instance, CancellationToken cancellationToken)
    {
        var path = instance.File(FileName);
        if (File.Exists(path))
        {
            return JsonSerializer.Deserialize<InstanceKeys>(await File.ReadAllTextAsync(path, cancellationToken), Json)
                ?? throw new LocalException($"{path} holds no keys; delete it to have new ones made.");
        }

        var keys = new InstanceKeys(Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await Posix.WritePrivateFileAsync(path, JsonSerializer.Serialize(keys, Json), cancellationToken);
        return keys;
    }
}
