namespace Cortex.Nango;

/// <summary>
/// A provider's path and query, escaped by construction: whatever a segment or a value holds, it stays that segment or value.
/// Escaping takes in <c>$</c> and braces too, which Nango's proxy would fill with data of the connection.
/// </summary>
internal sealed class ProviderPath
{
    private readonly string _path;
    private readonly string _query;

    private ProviderPath(string path, string query) => (_path, _query) = (path, query);

    /// <summary>A path of these segments.</summary>
    /// <exception cref="ArgumentException">A segment is empty, <c>.</c> or <c>..</c>: those change the path, and no escaping helps.</exception>
    public static ProviderPath Of(params ReadOnlySpan<string> segments)
    {
        var path = string.Empty;
        foreach (var segment in segments)
        {
            path += IsSegment(segment)
                ? "/" + Uri.EscapeDataString(segment)
                : throw new ArgumentException($"'{segment}' cannot be a path segment.", nameof(segments));
        }

        return new(path, string.Empty);
    }

    /// <summary>Whether a text can be a segment.</summary>
    public static bool IsSegment(string? text) => text is not (null or "" or "." or "..");

    /// <summary>The same path, one segment longer.</summary>
    public ProviderPath Then(params ReadOnlySpan<string> segments) => new(_path + Of(segments)._path, _query);

    /// <summary>The same path with one more query parameter; a name may come several times.</summary>
    public ProviderPath With(string name, string value) =>
        new(_path, $"{_query}{(_query.Length == 0 ? '?' : '&')}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");

    /// <summary>Path and query, beginning with a slash.</summary>
    public override string ToString() => _path + _query;
}
