using Cortex.Tools.Ai;
using Cortex.Tools.Gmail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cortex.Tools;

/// <summary>Registers what steps can do.</summary>
public static class ToolsServiceCollectionExtensions
{
    /// <summary>
    /// Adds every <see cref="ITool"/> of this assembly, so that a new tool is a new file and nothing else. They call providers through Nango's client.
    /// </summary>
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        var tools = typeof(ITool).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ITool)));
        services.TryAddEnumerable(tools.Select(tool => ServiceDescriptor.Singleton(typeof(ITool), tool)));
        services.TryAddSingleton<GmailCalls>();
        services.TryAddSingleton<GmailOutbox>();
        services.TryAddSingleton<GmailLabels>();
        services.TryAddSingleton<GmailRecipients>();
        services.TryAddSingleton<RunModel>();
        services.TryAddSingleton<SemanticJudge>();
        services.TryAddSingleton<ToolRegistry>();
        return services;
    }
}
