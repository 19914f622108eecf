using Cortex.Catalog;

namespace Cortex.Compilation.Model;

/// <summary>Provider and event in one word, so that a model cannot pair an event with another provider: <c>gmail/email.received</c>.</summary>
internal static class EventName
{
    public static string Of(ProviderCatalog provider, TriggerInfo trigger) => $"{provider.Name}/{trigger.Name}";

    public static (string Provider, string Event) Split(string name) => name.Split('/', 2) switch
    {
        [{ Length: > 0 } provider, { Length: > 0 } trigger] => (provider, trigger),
        _ => ("unknown", name.Length > 0 ? name : "unknown"),
    };
}
