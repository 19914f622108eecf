namespace Cortex.Api.Config;

/// <summary>Settings of a Firebase project that are made to be public.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="AuthDomain">Where its sign-in pages are.</param>
internal sealed record FirebaseWebConfig(string ProjectId, string AuthDomain);
