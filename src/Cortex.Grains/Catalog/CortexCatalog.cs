using System.Collections.Frozen;

namespace Cortex.Catalog;

/// <summary>Everything that programs can name: the providers' entries put together. A new provider is one more entry of <see cref="Known"/>.</summary>
internal sealed class CortexCatalog
{
    private readonly FrozenDictionary<(string Provider, string Event), TriggerInfo> _triggers;
    private readonly FrozenDictionary<string, (ProviderCatalog Provider, ToolInfo Tool)> _tools;
    private readonly FrozenDictionary<string, ItemField> _fields;

    public CortexCatalog(params IReadOnlyList<ProviderCatalog> providers)
    {
        Providers = providers;
        _triggers = providers
            .SelectMany(provider => provider.Triggers, (provider, trigger) => ((Provider: provider.Name!, Event: trigger.Name), Trigger: trigger))
            .ToFrozenDictionary(entry => entry.Item1, entry => entry.Trigger);
        _tools = providers
            .SelectMany(provider => provider.Tools, (provider, tool) => (Provider: provider, Tool: tool))
            .ToFrozenDictionary(entry => entry.Tool.Name, StringComparer.Ordinal);
        _fields = providers
            .SelectMany(provider => provider.Triggers)
            .SelectMany(trigger => trigger.Item.Fields)
            .DistinctBy(field => field.Name)
            .ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public static CortexCatalog Known { get; } = new(CoreCatalog.Entry, GmailCatalog.Entry, CalendarCatalog.Entry, SalesforceCatalog.Entry);

    public IReadOnlyList<ProviderCatalog> Providers { get; }

    public IEnumerable<ToolInfo> Tools => Providers.SelectMany(provider => provider.Tools);

    public TriggerInfo? FindTrigger(string provider, string eventName) => _triggers.GetValueOrDefault((provider, eventName));

    public ToolInfo? FindTool(string tool) => _tools.GetValueOrDefault(tool).Tool;

    /// <summary>The provider whose account a tool needs; null for a tool that needs none.</summary>
    public string? ProviderOf(string tool) => _tools.GetValueOrDefault(tool).Provider?.Name;

    /// <summary>A field by its name alone: the same name has the same kind in every item.</summary>
    public ItemField? FindField(string field) => _fields.GetValueOrDefault(field);
}
