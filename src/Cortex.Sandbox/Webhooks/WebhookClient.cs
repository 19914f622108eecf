using System.Net.Http.Headers;

namespace Cortex.Sandbox.Webhooks;

/// <summary>Posts one webhook once, as Nango's HTTP client does.</summary>
internal sealed class WebhookClient(HttpClient http, TimeProvider time)
{
    public async Task<WebhookAttempt> PostAsync(Uri url, WebhookMessage message, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var timeout = new CancellationTokenSource(WebhookPolicy.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(url, message);
            using var response = await http.SendAsync(request, both.Token);
            var body = await response.Content.ReadAsStringAsync(both.Token);
            var status = (int)response.StatusCode;
            return new WebhookAttempt(status, Elapsed(start)) { MayRetry = status >= 500, ResponseBody = Shorten(body) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAttempt(null, Elapsed(start), "timeout") { MayRetry = true };
        }
        catch (HttpRequestException fault)
        {
            return new WebhookAttempt(null, Elapsed(start), fault.HttpRequestError.ToString()) { MayRetry = IsTransient(fault) };
        }
    }

    private static HttpRequestMessage Request(Uri url, WebhookMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/plain, */*");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, compress, deflate, br");
        request.Headers.TryAddWithoutValidation("User-Agent", "nango/0.71.4 (linux/6.1.0; node.js/22.14.0)");
        foreach (var (name, value) in message.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (message.LegacySignature is { } legacy)
        {
            request.Headers.Add(WebhookSigner.LegacyHeader, legacy);
        }

        if (message.Signature is { } signature)
        {
            request.Headers.Add(WebhookSigner.Header, signature);
        }

        return request;
    }

    /// <summary>Refused, reset and unreachable are tried again; an unknown name and a failed TLS handshake are not.</summary>
    private static bool IsTransient(HttpRequestException fault)
        => fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.Unknown;

    private static string Shorten(string body)
        => body.Length <= WebhookPolicy.ResponseCharsMax ? body : body[..WebhookPolicy.ResponseCharsMax];

    private double Elapsed(long start) => Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 2);
}
