using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cortex.Api.Auth;

/// <summary>What Firebase asks of an ID token beyond signature, issuer, audience and expiry (Firebase docs, "Verify ID tokens").</summary>
internal static class TokenClaims
{
    /// <summary>How far the issuer's clock may be ahead of ours.</summary>
    public static readonly TimeSpan ClockSkewMax = TimeSpan.FromSeconds(60);

    /// <summary>Why the token is refused, or null.</summary>
    public static string? FaultOf(ClaimsPrincipal token, DateTimeOffset now)
    {
        var latest = (now + ClockSkewMax).ToUnixTimeSeconds();
        return !UserId.IsValid(token.FindFirstValue(JwtRegisteredClaimNames.Sub)) ? $"sub must have 1 to {UserId.LengthMax} characters, none of them a control character"
            : IsAfter(token.FindFirstValue(JwtRegisteredClaimNames.Iat), latest) ? "iat is in the future"
            : IsAfter(token.FindFirstValue(JwtRegisteredClaimNames.AuthTime), latest) ? "auth_time is in the future"
            : null;
    }

    /// <summary>A time that is not a number counts as later than any.</summary>
    private static bool IsAfter(string? seconds, long latest) =>
        seconds is not null && (!decimal.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var time) || time > latest);
}
