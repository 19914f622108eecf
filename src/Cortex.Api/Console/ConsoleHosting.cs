using System.Net.Mime;
using Cortex.Hosting;
using Microsoft.Net.Http.Headers;

namespace Cortex.Api.Console;

/// <summary>Serves the web console to whatever no route of the API takes: its files, and its one page at every path, which it reads itself.</summary>
internal static class ConsoleHosting
{
    private const string Assets = "/assets";
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    /// <summary>Paths that are not the console's, even where they lead nowhere.</summary>
    private static readonly string[] Others = ["/api", "/health", "/docs", "/openapi", "/metrics"];

    /// <summary>After routing, so that what is a route, or another method of one, is answered by it.</summary>
    public static void UseConsole(this IApplicationBuilder app, CortexSettings settings)
    {
        var files = app.ApplicationServices.GetRequiredService<ConsoleFiles>();
        var policy = ConsolePolicy.Of(settings);
        app.Use((context, next) => IsForConsole(context) && Find(files, context.Request.Path) is { } answer ? SendAsync(context, answer, policy) : next(context));
    }

    private static bool IsForConsole(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Array.Exists(Others, other => context.Request.Path.StartsWithSegments(other, StringComparison.Ordinal));

    private static ConsoleAnswer? Find(ConsoleFiles files, PathString path)
    {
        if (files.Find(path) is { } file)
        {
            return new(file, IsPage: file == files.Page);
        }

        return path.StartsWithSegments(Assets, StringComparison.Ordinal) ? null : new(files.Page, IsPage: true);
    }

    private static Task SendAsync(HttpContext context, ConsoleAnswer answer, string policy)
    {
        var response = context.Response;
        response.Headers.CacheControl = context.Request.Path.StartsWithSegments(Assets, StringComparison.Ordinal) ? ForEver : AskAgain;
        if (answer.IsPage)
        {
            response.Headers.ContentSecurityPolicy = answer.File is null ? MissingConsole.Policy : policy;
            response.Headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
        }

        if (answer.File is not { } file)
        {
            return TypedResults.Text(MissingConsole.Page, MediaTypeNames.Text.Html, System.Text.Encoding.UTF8).ExecuteAsync(context);
        }

        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var encoding = ConsoleFiles.Choose(file, context.Request.GetTypedHeaders().AcceptEncoding);
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding.Name;
        }

        // One tag for each form of it.
        var tag = encoding is null ? file.ETag : $"\"{file.ETag.Trim('"')}-{encoding.Name}\"";
        return TypedResults.PhysicalFile(file.Path + encoding?.Extension, file.ContentType, entityTag: new(tag)).ExecuteAsync(context);
    }
}
