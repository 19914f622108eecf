using System.IO.Compression;
using Cortex.Testing;

namespace Cortex.Api.Tests.Support;

/// <summary>A folder as the console's build leaves it, with files whose content is known.</summary>
internal sealed class BuiltConsole : IDisposable
{
    public const string Page = "<!doctype html><title>Cortex</title><script type=\"module\" src=\"/assets/index-a1b2c3d4.js\"></script>";
    public const string Script = "console.info('the script of the console');";
    public const string ScriptPath = "/assets/index-a1b2c3d4.js";
    public const string IconPath = "/favicon.svg";

    private readonly TemporaryDirectory _directory = new();

    public BuiltConsole()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "assets"));
        Write("index.html", Page, compressed: true);
        Write(ScriptPath[1..], Script, compressed: true);
        Write(IconPath[1..], "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", compressed: false);
    }

    public string Path => _directory.Path;

    public void Dispose() => _directory.Dispose();

    private void Write(string name, string text, bool compressed)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        if (compressed)
        {
            using (var brotli = new BrotliStream(File.Create(path + ".br"), CompressionLevel.SmallestSize))
            {
                brotli.Write(File.ReadAllBytes(path));
            }

            using var gzip = new GZipStream(File.Create(path + ".gz"), CompressionLevel.SmallestSize);
            gzip.Write(File.ReadAllBytes(path));
        }
    }
}
