using Cortex.Hosting;

namespace Cortex.Api.Config;

/// <summary>How users sign in.</summary>
/// <param name="Mode"><c>firebase</c>, or <c>local</c> when another issuer stands in for it.</param>
/// <param name="Issuer">Who issues the ID tokens.</param>
/// <param name="Firebase">The web settings of the Firebase project.</param>
internal sealed record AuthConfig(string Mode, string Issuer, FirebaseWebConfig Firebase)
{
    /// <summary>The mode in which Firebase signs users in.</summary>
    public const string FirebaseMode = "firebase";

    private const string FirebaseIssuerHost = "securetoken.google.com";

    public static AuthConfig Of(CortexSettings settings) => new(
        settings.FirebaseAuthority.Host == FirebaseIssuerHost ? FirebaseMode : "local",
        settings.FirebaseAuthority.AbsoluteUri.TrimEnd('/'),
        new(settings.FirebaseProjectId, $"{settings.FirebaseProjectId}.firebaseapp.com", settings.FirebaseWebApiKey, settings.OffersGoogleSignIn));
}
