using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cortex.Api.Auth;

/// <summary>Who calls, as the verified ID token says.</summary>
internal static class CallerExtensions
{
    extension(ClaimsPrincipal caller)
    {
        /// <summary>The user; only behind routes that require one.</summary>
        public UserId UserId => new(caller.FindFirstValue(JwtRegisteredClaimNames.Sub)
            ?? throw new InvalidOperationException("This route does not require a user."));

        /// <summary>The user's address; anonymous users have none.</summary>
        public string? Email => caller.FindFirstValue(JwtRegisteredClaimNames.Email);

        /// <summary>When the token stops counting; only behind routes that require one.</summary>
        public DateTimeOffset TokenExpiresAt =>
            decimal.TryParse(caller.FindFirstValue(JwtRegisteredClaimNames.Exp), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds >= 0 && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                    ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
                    : throw new InvalidOperationException("The token has no time at which it expires.");
    }
}
