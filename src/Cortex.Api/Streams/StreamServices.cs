namespace Cortex.Api.Streams;

internal static class StreamServices
{
    public static IServiceCollection AddStreams(this IServiceCollection services)
    {
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<ChangeBodies>();
        services.AddHostedService<ChangeReader>();
        return services;
    }
}
