using System.Text.Json.Nodes;
using Cortex.Console.Tests.Support;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

/// <summary>Signing in by Firebase's own SDK. What Google's servers answer is made up here, at the browser's edge; the tokens are ones that this Cortex takes.</summary>
public sealed class FirebaseTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    /// <summary>What apis.google.com serves, as far as the SDK uses it: a frame of the project, through which the SDK hears what came of the window.</summary>
    private const string FrameScript = """
        window.gapi = {
          load: (_, { callback }) => callback(),
          iframes: {
            CROSS_ORIGIN_IFRAMES_FILTER: {},
            getContext: () => ({
              open: ({ url, where }, opened) => {
                const frame = document.createElement('iframe');
                frame.src = url;
                where.append(frame);
                return opened({
                  restyle: async () => {},
                  ping: async answered => answered(),
                  send: (_, __, answered) => { try { answered([{ webStorageSupport: true }]); } catch { /* the SDK throws once it has its answer */ } },
                  register: (name, handle) => addEventListener('message', message => { if (message.data.type === name) handle(message.data); }),
                });
              },
            }),
          },
        };
        window[new URL(document.currentScript.src).searchParams.get('onload')]();
        """;

    /// <summary>Google's window: somebody allows it.</summary>
    private const string Window = """
        <!doctype html><title>Google</title><button>Allow</button>
        <script>
          document.querySelector('button').onclick = () => {
            const query = new URL(location).searchParams;
            opener.postMessage({ type: 'authEvent', authEvent: {
              type: query.get('authType'), eventId: query.get('eventId'), urlResponse: 'https://example.com/#id_token=google', sessionId: 's', postBody: null, tenantId: null, error: null } }, '*');
            setTimeout(close, 100);
          };
        </script>
        """;

    [Fact]
    public async Task Password_SignsIn_AndAWrongOneIsSaidInWords()
    {
        Expect("400");
        await WithFirebaseAsync(google: false);

        await Page.GotoAsync("/");
        await Expect(Page.GetByText("This is the sandbox")).ToHaveCountAsync(0);
        await Page.GetByLabel("E-mail").FillAsync(Uid);
        await Page.GetByLabel("Password").FillAsync("wrong");
        await Button("Sign in").ClickAsync();
        await Expect(Page.GetByText("The e-mail address or the password is not right.")).ToBeVisibleAsync();
        await Expect(Button("Sign in with Google")).ToHaveCountAsync(0);
        await Page.GetByLabel("Password").FillAsync("right");
        await Button("Sign in").ClickAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Google_SignsInThroughItsWindow_AndAnotherVisitNeedsNone()
    {
        await WithFirebaseAsync(google: true);

        await Page.GotoAsync("/");
        await Expect(Button("Sign in with Google")).ToBeVisibleAsync();
        await NoBarriersAsync("Signing in with Google");
        var window = await Page.RunAndWaitForPopupAsync(() => Button("Sign in with Google").ClickAsync());
        await window.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Google_WhoseWindowIsClosed_LeavesThingsAsTheyWere()
    {
        await WithFirebaseAsync(google: true);

        await Page.GotoAsync("/");
        var window = await Page.RunAndWaitForPopupAsync(() => Button("Sign in with Google").ClickAsync());
        await Expect(Button("Signing in…")).ToBeDisabledAsync();
        await window.CloseAsync();

        // The SDK looks every two seconds, and gives the answer of a window that is gone eight more.
        await Expect(Button("Sign in with Google")).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "." })).ToHaveCountAsync(0);
    }

    /// <summary>A deployment whose users sign in at Firebase.</summary>
    private async Task WithFirebaseAsync(bool google)
    {
        await Page.RouteAsync("**/api/cortex/config", async route =>
        {
            var answer = await route.FetchAsync();
            var config = JsonNode.Parse(await answer.TextAsync())!;
            var firebase = config["auth"]!["firebase"]!;
            config["auth"]!["mode"] = "firebase";
            (firebase["apiKey"], firebase["google"]) = ("test-key", google);
            await route.FulfillAsync(new() { Response = answer, Body = config.ToJsonString() });
        });
        await Page.RouteAsync("**/*", route => route.Request.IsNavigationRequest && route.Request.Frame == Page.MainFrame ? WithPolicyAsync(route, google) : route.FallbackAsync());

        var token = await TokenAsync();
        await Page.RouteAsync("https://identitytoolkit.googleapis.com/**", route => route.Request.PostData?.Contains("wrong", StringComparison.Ordinal) == true
            ? AnswerAsync(route, 400, new JsonObject { ["error"] = new JsonObject { ["code"] = 400, ["message"] = "INVALID_LOGIN_CREDENTIALS" } }, Cors)
            : AnswerAsync(route, 200, AccountAnswer(route.Request.Url, token), Cors));
        await Context.RouteAsync("https://apis.google.com/js/api.js?*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = FrameScript }));
        await Context.RouteAsync("https://*.firebaseapp.com/__/auth/iframe?*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>Frame</title>" }));
        await Context.RouteAsync("https://*.firebaseapp.com/__/auth/handler?*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = Window }));
    }

    private static (string Name, string Value)[] Cors => [("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Headers", "*")];

    private JsonObject AccountAnswer(string url, string token)
    {
        if (url.Contains("/v1/projects?", StringComparison.Ordinal))
        {
            return new() { ["projectId"] = "cortex-sandbox", ["authorizedDomains"] = new JsonArray(Cortex.Api.Host) };
        }

        if (url.Contains(":lookup", StringComparison.Ordinal))
        {
            return new() { ["users"] = new JsonArray(new JsonObject { ["localId"] = Uid, ["email"] = Uid }) };
        }

        var answer = new JsonObject { ["idToken"] = token, ["refreshToken"] = "refresh", ["expiresIn"] = "3600", ["localId"] = Uid, ["email"] = Uid };
        if (url.Contains(":signInWithIdp", StringComparison.Ordinal))
        {
            answer["providerId"] = "google.com";
        }

        return answer;
    }

    /// <summary>The policy that a deployment with Firebase has (ConsolePolicyTests); this one's issuer is the sandbox.</summary>
    private static async Task WithPolicyAsync(IRoute route, bool google)
    {
        var answer = await route.FetchAsync();
        var headers = answer.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        var policy = headers["content-security-policy"].Replace(
            "connect-src 'self'", "connect-src 'self' https://identitytoolkit.googleapis.com https://securetoken.googleapis.com", StringComparison.Ordinal);
        headers["content-security-policy"] = google
            ? policy
                .Replace("script-src 'self'", "script-src 'self' https://apis.google.com", StringComparison.Ordinal)
                .Replace("frame-src ", "frame-src https://cortex-sandbox.firebaseapp.com ", StringComparison.Ordinal)
            : policy;
        await route.FulfillAsync(new() { Response = answer, Headers = headers });
    }
}
