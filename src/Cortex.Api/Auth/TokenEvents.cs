using Cortex.Api.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace Cortex.Api.Auth;

/// <summary>Cortex's part in checking a token: when it is looked at, what else is asked of it, and how a refusal reads.</summary>
internal sealed class TokenEvents(TimeProvider time) : JwtBearerEvents
{
    /// <summary>How long a request waits for the issuer's keys when they have never been read.</summary>
    private static readonly TimeSpan IssuerWaitMax = TimeSpan.FromSeconds(4);

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
        {
            // A webhook or a probe that happens to carry a token must not depend on the issuer.
            context.NoResult();
            return;
        }

        if (http.Request.Headers.Authorization.Count > 0)
        {
            await EnsureKeysAsync(context.Options, http.RequestAborted);
        }
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (TokenClaims.FaultOf(context.Principal!, time.GetUtcNow()) is { } fault)
        {
            context.Fail(new SecurityTokenValidationException(fault));
        }

        return Task.CompletedTask;
    }

    public override Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var (error, challenge) = context.AuthenticateFailure switch
        {
            null => ("Sign in: this request needs an ID token.", "Bearer"),
            SecurityTokenExpiredException => ("The ID token has expired; sign in again.", """Bearer error="invalid_token", error_description="The token has expired" """),
            _ => ("The ID token is not valid; sign in again.", """Bearer error="invalid_token", error_description="The token is not valid" """),
        };
        context.Response.Headers.WWWAuthenticate = challenge.TrimEnd();
        return new Problem(StatusCodes.Status401Unauthorized, error).ExecuteAsync(context.HttpContext);
    }

    /// <summary>Without this an unreachable issuer would look like a token signed with an unknown key: a 401, and a user signed out for nothing.</summary>
    private async Task EnsureKeysAsync(JwtBearerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await options.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None).WaitAsync(IssuerWaitMax, time, cancellationToken);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or TimeoutException)
        {
            throw new IssuerUnavailableException(e);
        }
    }
}
