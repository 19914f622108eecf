using Cortex.Hosting;
using Cortex.Storage;

namespace Cortex.Api.Webhooks;

internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, CortexSettings settings)
    {
        services.AddReceipt(settings.DatabaseUrl);
        services.AddHostedService<ReceiverHeartbeat>();
        services.AddSingleton<InboxGate>();
        services.AddSingleton<ConnectionNudge>();
        services.AddSingleton<WebhookInstruments>();
        services.AddSingleton<WebhookReceiver>();
        return services;
    }
}
