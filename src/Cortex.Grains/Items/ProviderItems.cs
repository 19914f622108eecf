using System.Collections.Frozen;

namespace Cortex.Items;

/// <summary>All providers whose records are understood. A new one is a new file and nothing else.</summary>
internal static class ProviderItems
{
    private static readonly IProviderItems[] All =
    [
        .. typeof(IProviderItems).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IProviderItems)))
            .Select(type => (IProviderItems)Activator.CreateInstance(type)!),
    ];

    private static readonly FrozenDictionary<(string Provider, string Model), IProviderItems> ByModel =
        All.SelectMany(items => items.Models.Select(model => KeyValuePair.Create((items.Provider, model), items))).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, IProviderItems> ByKind =
        All.SelectMany(items => items.Kinds.Select(kind => KeyValuePair.Create(kind, items))).ToFrozenDictionary(StringComparer.Ordinal);

    public static IProviderItems? OfModel(string provider, string model) => ByModel.GetValueOrDefault((provider, model));

    /// <summary>Whether a happening at a provider is one that its records can bring.</summary>
    public static bool Brings(string provider, string eventName) => All.Any(items => items.Provider == provider && items.Events.Contains(eventName));

    public static IProviderItems? OfKind(string kind) => ByKind.GetValueOrDefault(kind);
}
