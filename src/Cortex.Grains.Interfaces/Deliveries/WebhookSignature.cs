using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Cortex;

/// <summary>Checks that a webhook was signed by Nango.</summary>
public static class WebhookSignature
{
    /// <summary>The header that counts. The older <c>X-Nango-Signature</c> is a plain hash open to length extension, and is never looked at.</summary>
    public const string HeaderName = "X-Nango-Hmac-Sha256";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether the header is the HMAC-SHA256 of the raw body under one of the keys, in lower-case hex.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="header">The header's value, or null.</param>
    /// <param name="keys">Usually one; two while a key is rotated. An empty key signs nothing.</param>
    public static bool IsValid(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (header is not { Length: 2 * HMACSHA256.HashSizeInBytes } || header.AsSpan().ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        var given = Convert.FromHexString(header);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var valid = false;
        foreach (var key in keys)
        {
            // No early exit: how long the check takes must not say which key fitted.
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body, expected);
            valid |= CryptographicOperations.FixedTimeEquals(given, expected) & key.Length > 0;
        }

        return valid;
    }
}
