namespace Cortex.Sandbox.Tests.Support;

internal static class Loopback
{
    private static readonly SocketsHttpHandler Handler = new() { UseProxy = false, UseCookies = false };

    public static HttpClient Client(string url) => new(Handler, disposeHandler: false) { BaseAddress = new Uri(url) };
}
