using System.Security.Cryptography;
using System.Text;

namespace Cortex.Sandbox.Webhooks;

/// <summary>Both signatures that Nango puts on a webhook, over the bytes that are sent.</summary>
internal static class WebhookSigner
{
    public const string Header = "X-Nango-Hmac-Sha256";
    public const string LegacyHeader = "X-Nango-Signature";

    public static string Hmac(string key, byte[] body) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body));

    /// <summary>A plain hash of key and body: open to length extension, and still sent.</summary>
    public static string Legacy(string key, byte[] body) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(key), .. body]));
}
