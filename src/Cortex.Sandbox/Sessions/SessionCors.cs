namespace Cortex.Sandbox.Sessions;

/// <summary>
/// The routes of the connect dialog may be called from pages of any origin, as at Nango; they need a session's token. No other route may, but for
/// <see cref="Control.ConsoleCors"/>: what makes tokens and connections here is not for every page that a developer's browser shows.
/// </summary>
internal static class SessionCors
{
    public const string Policy = "connect-dialog";

    public static void AddSessionCors(this IServiceCollection services)
        => services.AddCors(cors => cors.AddPolicy(Policy, policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod()));
}
