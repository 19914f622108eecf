using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Control;

namespace Cortex.Sandbox.Firebase;

internal static class FirebaseEndpoints
{
    public static void MapFirebase(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapGroup("/firebase/{projectId}").AddEndpointFilter<KnownProjectFilter>();
        project.MapGet("/.well-known/openid-configuration", (TokenIssuer issuer) => Results.Json(issuer.Discovery()));
        project.MapGet("/jwks.json", (TokenIssuer issuer) => Results.Json(issuer.KeySet()));
        routes.MapPost("/sandbox/token", IssueToken).RequireCors(ConsoleCors.Policy);
    }

    private static IResult IssueToken(TokenRequest request, TokenIssuer issuer, UserDirectory users)
    {
        if (request.Uid.Length is 0 or > TokenRequest.UidCharsMax)
        {
            return ControlResults.Invalid($"uid must have 1 to {TokenRequest.UidCharsMax} characters.");
        }

        if (Math.Abs((long)request.ExpiresIn) > TokenRequest.LifeSecondsMax)
        {
            return ControlResults.Invalid($"expiresIn must lie within {TokenRequest.LifeSecondsMax} seconds of now.");
        }

        if (request.Email is { Length: > 0 } email)
        {
            users.Remember(request.Uid, email);
        }

        return Results.Json(new { idToken = issuer.Issue(request) });
    }
}
