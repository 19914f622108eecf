using Microsoft.AspNetCore.Http.Features;

namespace Cortex.Sandbox.Nango;

/// <summary>Path and query of a proxied call, as the provider gets them.</summary>
internal sealed record ProxyTarget(string Path, string Query, IReadOnlyList<string> Segments)
{
    private const string Prefix = "/proxy";

    /// <summary>Read from the request line, because the server's own view of the path is already decoded.</summary>
    public static ProxyTarget Of(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var start = target.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        var url = new Uri("http://provider" + target[(start + Prefix.Length)..]);
        var segments = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString);
        return new ProxyTarget(url.AbsolutePath, url.Query.TrimStart('?'), [.. segments]);
    }
}
