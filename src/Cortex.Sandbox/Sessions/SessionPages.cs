using System.Net;
using System.Text;

namespace Cortex.Sandbox.Sessions;

/// <summary>The pages that a person sees on the way to a connection. Each says that it is the sandbox's, not a provider's.</summary>
internal static class SessionPages
{
    private const string Style = """
        <style>
          :root { color-scheme: light dark; }
          body { font: 16px/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; }
          main { max-width: 26rem; padding: 2rem; border: 1px solid #8888; border-radius: 12px; background: Canvas; color: CanvasText; }
          h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
          .note { font-size: .85rem; padding: .5rem .75rem; border-radius: 8px; background: #f5b83d33; }
          .row { display: flex; gap: .75rem; margin-top: 1.5rem; }
          button, a.button { flex: 1; font: inherit; padding: .6rem 1rem; border-radius: 8px; border: 1px solid #8888; cursor: pointer;
            background: transparent; color: inherit; text-align: center; text-decoration: none; }
          button.first, a.first { background: #1f5fbf; border-color: #1f5fbf; color: #fff; }
        </style>
        """;

    /// <summary>Asks what a provider would ask.</summary>
    public static IResult Consent(string state, string provider, string? account) => Page($"Connect {provider}", $"""
        <main>
          <p class="note">Sandbox: this page stands in for {Safe(provider)}. No real account is involved.</p>
          <h1>Allow access to {Safe(provider)}?</h1>
          <p>{(account is null ? "A test account" : $"The test account <strong>{Safe(account)}</strong>")} will be connected.</p>
          <div class="row">
            <a class="button" id="deny" href="/oauth/callback?state={Safe(state)}&amp;error=access_denied">Deny</a>
            <a class="button first" id="allow" href="/oauth/callback?state={Safe(state)}&amp;code=sandbox">Allow</a>
          </div>
        </main>
        """);

    /// <summary>The end of a pop-up: it tells the window that opened it, and closes when all went well.</summary>
    public static IResult Result(string? error) => Page(error is null ? "Connected" : "Not connected", $$"""
        <main>
          <p class="note">Sandbox: no real account is involved.</p>
          <h1>{{(error is null ? "The account is connected." : "The account was not connected.")}}</h1>
          <p>{{Safe(error ?? "You can close this window.")}}</p>
        </main>
        <script>
          const failed = {{(error is null ? "false" : "true")}};
          window.opener?.postMessage({ type: failed ? 'nango_oauth_callback_error' : 'nango_oauth_callback_success' }, '*');
          if (!failed) setTimeout(() => window.close(), 500);
        </script>
        """, error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    /// <summary>Nango's Connect UI, as far as its front-end library needs it: told in its own messages.</summary>
    public static IResult Dialog() => Page("Connect an account", """
        <style>
          html { background: transparent; }
          body { background: #0008; }
          ul { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; gap: .75rem; }
          li { display: flex; }
        </style>
        <main role="dialog" aria-modal="true" aria-labelledby="title">
          <p class="note">Sandbox: this stands in for Nango's Connect UI. No real account is involved.</p>
          <h1 id="title">Connect an account</h1>
          <p id="status" role="status">Loading …</p>
          <ul id="choices"></ul>
          <div class="row"><button id="close" type="button">Close</button></div>
        </main>
        <script type="module" src="dialog.js"></script>
        """);

    private static IResult Page(string title, string body, int status = StatusCodes.Status200OK) => Results.Text(
        $"""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(title)}</title>{Style}</head><body>{body}</body></html>""",
        "text/html",
        Encoding.UTF8,
        status);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
