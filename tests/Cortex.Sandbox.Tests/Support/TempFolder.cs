using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Tests.Support;

internal sealed class TempFolder : IDisposable
{
    private static readonly Lazy<string> SharedKeys = new(MakeKeys);

    public string Path { get; } = Directory.CreateTempSubdirectory("cortex-sandbox-").FullName;

    public string Journal => System.IO.Path.Combine(Path, "journal.jsonl");

    /// <summary>Puts in keys that all tests share: making an RSA key takes longer than most tests.</summary>
    public void ShareKeys()
    {
        var path = System.IO.Path.Combine(Path, "keys.json");
        if (!File.Exists(path))
        {
            File.WriteAllText(path, SharedKeys.Value);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string MakeKeys()
    {
        using var folder = new TempFolder();
        KeyFile.Open(new SandboxOptions { DataFolder = folder.Path });
        return File.ReadAllText(System.IO.Path.Combine(folder.Path, "keys.json"));
    }
}
