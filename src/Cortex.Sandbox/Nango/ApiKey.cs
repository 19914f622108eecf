using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Cortex.Sandbox.Nango;

internal static partial class ApiKey
{
    private const string Scheme = "Bearer ";

    public static bool IsUuidV4(string text) => UuidV4().IsMatch(text);

    /// <summary>Null when the header carries the key, otherwise Nango's refusal.</summary>
    public static IResult? Refusal(string? authorization, string key)
    {
        if (Bearer(authorization, out var given) is { } refusal)
        {
            return refusal;
        }

        if (!IsUuidV4(given))
        {
            return Unauthorized("invalid_secret_key_format", "Authentication failed. The provided secret key is not a UUID v4.");
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key))
            ? null
            : Unauthorized("unknown_account", "Authentication failed. The provided secret key does not match any account.");
    }

    /// <summary>What the header carries; Nango's refusal when it carries nothing.</summary>
    public static IResult? Bearer(string? authorization, out string given)
    {
        given = "";
        if (string.IsNullOrEmpty(authorization))
        {
            return Unauthorized("missing_auth_header", "Authentication failed. The request is missing the Authorization header.");
        }

        if (!authorization.StartsWith(Scheme, StringComparison.Ordinal) || authorization.Length == Scheme.Length)
        {
            return Unauthorized("malformed_auth_header", "Authentication failed. The Authorization header is malformed.");
        }

        given = authorization[Scheme.Length..];
        return null;
    }

    private static IResult Unauthorized(string code, string message)
        => NangoResults.Error(StatusCodes.Status401Unauthorized, code, message);

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.IgnoreCase)]
    private static partial Regex UuidV4();
}
