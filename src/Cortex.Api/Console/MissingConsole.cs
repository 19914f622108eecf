namespace Cortex.Api.Console;

/// <summary>What stands in the console's place where it has not been built.</summary>
internal static class MissingConsole
{
    public const string Policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public const string Page = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Cortex</title></head>
        <body>
        <h1>Cortex is running, without its console</h1>
        <p>The console could not be built: it needs Node 20.19 or later. Install it from <a href="https://nodejs.org">nodejs.org</a> and start <code>./cortex run</code> again.</p>
        <p>Everything else works: <a href="/docs">the API and its reference</a>, <a href="/health">the state of the parts</a>.</p>
        </body>
        </html>
        """;
}
