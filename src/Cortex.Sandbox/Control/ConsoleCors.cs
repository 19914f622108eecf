namespace Cortex.Sandbox.Control;

/// <summary>Lets the pages of the consoles in the options, and of nobody else, play the outside world: sign somebody in, put an email into a mailbox.</summary>
internal static class ConsoleCors
{
    public const string Policy = "console";

    public static void AddConsoleCors(this IServiceCollection services, SandboxOptions options)
        => services.AddCors(cors => cors.AddPolicy(Policy, policy => policy.WithOrigins([.. options.ConsoleOrigins]).AllowAnyHeader().AllowAnyMethod()));
}
