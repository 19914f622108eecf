namespace Cortex.Api.Auth;

/// <summary>The issuer's keys have never been read and cannot be read now, so that no token can be judged: not the caller's fault.</summary>
internal sealed class IssuerUnavailableException(Exception reason) : Exception("The token issuer does not answer.", reason);
