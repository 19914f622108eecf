using System.Net;
using Cortex.Sandbox.Actions;
using Cortex.Sandbox.Calls;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Control;
using Cortex.Sandbox.Effects;
using Cortex.Sandbox.Faults;
using Cortex.Sandbox.Firebase;
using Cortex.Sandbox.Forwards;
using Cortex.Sandbox.Model;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Providers.Calendar;
using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Providers.Salesforce;
using Cortex.Sandbox.Records;
using Cortex.Sandbox.Sessions;
using Cortex.Sandbox.Storage;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Hosting;

internal static class SandboxServices
{
    public static void AddSandbox(this IServiceCollection services, SandboxOptions options, TimeProvider time)
    {
        services.AddSingleton(options).AddSingleton(time).AddSingleton(KeyFile.Open(options));
        services.AddSingleton<SandboxAddress>().AddSingleton<TokenIssuer>().AddSingleton<Integrations>();
        services.AddSingleton<CallLog>().AddSingleton<FaultStore>().AddSingleton<ModelReplies>();
        services.AddSingleton<ConnectSessionStore>().AddSingleton<PendingConsents>().AddSingleton<BrowserSockets>();
        services.AddSingleton<ConnectFlow>();
        services.AddSessionCors();
        services.AddConsoleCors(options);
        services.AddSingleton<ActionRunner>().AddSingleton<ActionQueue>().AddSingleton<CredentialRefresh>().AddSingleton<ConnectionRemoval>();
        services.AddSingleton<NangoRateLimit>().AddSingleton<ProxyForwarder>().AddSingleton<SyncRunner>();
        services.AddSingleton<ISyncSource, GmailSync>().AddSingleton<SyncSchedule>().AddSingleton<MailDelivery>();
        services.AddSingleton<EffectReader>();
        AddState(services);
        AddWebhooks(services);
        services.AddSingleton<IProvider, GmailProvider>();
        services.AddSingleton<IProvider, CalendarProvider>();
        services.AddSingleton<IProvider, SalesforceProvider>();
    }

    private static void AddState(IServiceCollection services)
    {
        services.AddSingleton<Journal>().AddSingleton<GmailArrivals>();
        services.AddSingleton<CalendarArrivals>().AddSingleton<CalendarSync>();
        services.AddSingleton<SalesforceArrivals>().AddSingleton<SalesforceReports>();
        services.AddJournaled<UserDirectory>();
        services.AddJournaled<ConnectionStore>();
        services.AddJournaled<RecordStore>();
        services.AddJournaled<PausedSyncs>();
        services.AddJournaled<Mailboxes>();
        services.AddJournaled<CalendarAccounts>();
        services.AddJournaled<Organisations>();
    }

    private static void AddJournaled<T>(this IServiceCollection services)
        where T : class, IJournaled
    {
        services.AddSingleton<T>().AddSingleton<IJournaled>(provider => provider.GetRequiredService<T>());
        if (typeof(T).IsAssignableTo(typeof(IConnectionState)))
        {
            services.AddSingleton(provider => (IConnectionState)provider.GetRequiredService<T>());
        }
    }

    private static void AddWebhooks(IServiceCollection services)
    {
        services.AddSingleton<WebhookTargets>().AddSingleton<WebhookSender>().AddSingleton<HeldWebhooks>();
        services.AddSingleton<SigningKeys>().AddSingleton<EnvironmentSettings>().AddSingleton<ForwardDelivery>();
        services.AddHttpClient<WebhookClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = true,
                MaxAutomaticRedirections = WebhookPolicy.RedirectsMax,
                AutomaticDecompression = DecompressionMethods.All,
                UseProxy = false,
                UseCookies = false,

                // Nango sends no trace headers with its own webhooks.
                ActivityHeadersPropagator = null,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }
}
