namespace Cortex.Catalog;

/// <summary>What belongs to no provider.</summary>
internal static class CoreCatalog
{
    public static ProviderCatalog Entry { get; } = new(Name: null)
    {
        Tools =
        [
            new ToolInfo("none", "do nothing", "do nothing")
            {
                IsNothing = true,
                Phrases = ["do nothing [at all]", "do not do anything", "don't do anything", "take no action", "no action", "nothing"],
            },
        ],
    };
}
