using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Cortex.Api.Console;

/// <summary>
/// The files of the console's build, read once at start: what is not among them does not exist. The build compresses them, at the highest quality,
/// since the framework's own static assets are compressed only when published and know only files of the program that starts.
/// </summary>
internal sealed class ConsoleFiles
{
    /// <summary>Beside the program, wherever it is built or published to.</summary>
    private const string Folder = "console";

    private const string Index = "/index.html";
    private const int ETagBytes = 12;

    private readonly Dictionary<string, ConsoleFile> _files;

    private ConsoleFiles(Dictionary<string, ConsoleFile> files) => _files = files;

    /// <summary>The one page; null where the console has not been built.</summary>
    public ConsoleFile? Page => Find(Index);

    public static ConsoleFiles Load() => Load(Path.Combine(AppContext.BaseDirectory, Folder));

    public static ConsoleFiles Load(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        var files = new Dictionary<string, ConsoleFile>(StringComparer.Ordinal);
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            var name = "/" + Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (types.TryGetContentType(name, out var type) && !ContentEncoding.All.Any(e => name.EndsWith(e.Extension, StringComparison.Ordinal)))
            {
                files[name] = new(path, WithCharset(type), ETag(path), [.. ContentEncoding.All.Where(e => File.Exists(path + e.Extension))]);
            }
        }

        return new(files);
    }

    public ConsoleFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>The best encoding that the browser takes; null: as it is.</summary>
    public static ContentEncoding? Choose(ConsoleFile file, IList<StringWithQualityHeaderValue> accepted) =>
        file.Encodings.FirstOrDefault(e => accepted.Any(a => a.Quality is not 0 && a.Value.Equals(e.Name, StringComparison.OrdinalIgnoreCase)));

    private static string WithCharset(string type) => type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;

    private static string ETag(string path) => $"\"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)).AsSpan(0, ETagBytes))}\"";
}
