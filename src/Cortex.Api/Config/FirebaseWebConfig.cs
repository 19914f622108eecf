namespace Cortex.Api.Config;

/// <summary>Settings of a Firebase project that are made to be public.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="AuthDomain">Where its sign-in pages are.</param>
/// <param name="ApiKey">Names the project to Firebase's sign-in, and is no secret; null where the deployment has not set it: then nobody can sign in by the console.</param>
/// <param name="Google">Whether to offer to sign in with a Google account.</param>
internal sealed record FirebaseWebConfig(string ProjectId, string AuthDomain, string? ApiKey, bool Google);
