using Cortex.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Cortex.Api.Auth;

/// <summary>Lets in whoever carries an ID token of the Firebase project.</summary>
internal static class FirebaseAuthentication
{
    /// <summary>How long the issuer may take to hand out its keys.</summary>
    private static readonly TimeSpan IssuerTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A token signed with a key that we do not know makes us read the keys again, but not more often than this, or a flood of false tokens would flood the issuer.</summary>
    private static readonly TimeSpan UnknownKeyRefreshInterval = TimeSpan.FromSeconds(30);

    /// <summary>A key that the issuer has withdrawn is forgotten within this time.</summary>
    private static readonly TimeSpan KeysLifeMax = TimeSpan.FromHours(1);

    public static IServiceCollection AddFirebaseAuthentication(this IServiceCollection services, CortexSettings settings)
    {
        services.AddSingleton<TokenEvents>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o => Configure(o, settings));
        services.AddAuthorization();
        return services;
    }

    private static void Configure(JwtBearerOptions options, CortexSettings settings)
    {
        var issuer = settings.FirebaseAuthority.AbsoluteUri.TrimEnd('/');
        options.Authority = issuer;
        options.RequireHttpsMetadata = settings.FirebaseAuthority.Scheme == Uri.UriSchemeHttps;
        options.MapInboundClaims = false;
        options.EventsType = typeof(TokenEvents);
        options.BackchannelTimeout = IssuerTimeout;
        options.RefreshInterval = UnknownKeyRefreshInterval;
        options.AutomaticRefreshInterval = KeysLifeMax;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudience = settings.FirebaseProjectId,
            ValidIssuer = issuer,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.Zero, // an expired token is expired; front ends renew theirs minutes before
        };
    }
}
