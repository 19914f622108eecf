using System.Security.Cryptography;
using System.Text.Json;

namespace Cortex.Sandbox.Storage;

/// <summary>keys.json of the data folder, readable by its owner only.</summary>
internal static class KeyFile
{
    private const int TokenKeyBits = 2048;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static SandboxKeys Open(SandboxOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        var path = Path.Combine(options.DataFolder, "keys.json");
        var kept = File.Exists(path) ? Read(path) : Create(path);
        return kept with
        {
            NangoSecretKey = options.NangoSecretKey ?? kept.NangoSecretKey,
            WebhookSigningKeys = options.WebhookSigningKeys.Count > 0 ? options.WebhookSigningKeys : kept.WebhookSigningKeys,
        };
    }

    private static SandboxKeys Read(string path)
        => JsonSerializer.Deserialize<SandboxKeys>(File.ReadAllText(path), Json)
            ?? throw new InvalidDataException($"{path} holds no keys; delete it to have new ones made.");

    private static SandboxKeys Create(string path)
    {
        using var rsa = RSA.Create(TokenKeyBits);
        var keys = new SandboxKeys(
            Guid.NewGuid().ToString(), [Guid.NewGuid().ToString()], Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()));

        // Written aside and moved, so that a start that is killed half-way leaves no half a file.
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, OwnerOnly()))
        {
            JsonSerializer.Serialize(file, keys, Json);
        }

        File.Move(draft, path, overwrite: true);
        return keys;
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
