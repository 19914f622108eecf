namespace Cortex.Sandbox.Tests.Support;

internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cortex-sandbox-").FullName;

    public string Journal => System.IO.Path.Combine(Path, "journal.jsonl");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
