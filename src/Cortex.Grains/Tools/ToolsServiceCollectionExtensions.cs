using Cortex.Items;
using Cortex.Tools.Ai;
using Cortex.Tools.Calendar;
using Cortex.Tools.Gmail;
using Cortex.Tools.Salesforce;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cortex.Tools;

/// <summary>Registers what steps can do.</summary>
public static class ToolsServiceCollectionExtensions
{
    /// <summary>
    /// Adds every <see cref="ITool"/> of this assembly and what goes with them, so that a new tool is a new file and nothing else. They call providers through Nango's client.
    /// </summary>
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        services.AddEvery<ITool>();
        services.AddEvery<IItemFetcher>();
        services.AddEvery<IRecordCompleter>();
        foreach (var calls in Implementations<ProviderCalls>())
        {
            services.TryAddSingleton(calls);
        }

        services.TryAddSingleton<GmailOutbox>();
        services.TryAddSingleton<GmailDrafts>();
        services.TryAddSingleton<GmailTraces>();
        services.TryAddSingleton<GmailReplies>();
        services.TryAddSingleton<GmailLabels>();
        services.TryAddSingleton<GmailLabelNames>();
        services.TryAddSingleton<GmailOwner>();
        services.TryAddSingleton<GmailRecipients>();
        services.TryAddSingleton<Calendars>();
        services.TryAddSingleton<CalendarClock>();
        services.TryAddSingleton<CalendarEvents>();
        services.TryAddSingleton<CalendarGuests>();
        services.TryAddSingleton<SalesforceUsers>();
        services.TryAddSingleton<SalesforceFields>();
        services.TryAddSingleton<SalesforceReading>();
        services.TryAddSingleton<SalesforceEffects>();
        services.TryAddSingleton<SalesforceMadeRecords>();
        services.TryAddSingleton<RunModel>();
        services.TryAddSingleton<SemanticJudge>();
        services.TryAddSingleton<ToolRegistry>();
        return services;
    }

    private static void AddEvery<T>(this IServiceCollection services) =>
        services.TryAddEnumerable(Implementations<T>().Select(type => ServiceDescriptor.Singleton(typeof(T), type)));

    private static IEnumerable<Type> Implementations<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)));
}
