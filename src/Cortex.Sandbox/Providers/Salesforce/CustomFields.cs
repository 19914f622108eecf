namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>The fields that an organisation has added to the standard ones, each as "Lead.Region__c".</summary>
/// <param name="Texts">Plain texts.</param>
/// <param name="ExternalIds">Texts that are unique and external ids, so that records can be upserted by them.</param>
internal sealed record CustomFields(IReadOnlyList<string> Texts, IReadOnlyList<string> ExternalIds)
{
    public static readonly CustomFields None = new([], []);

    public IEnumerable<string> Of(string type)
        => Texts.Concat(ExternalIds).Where(name => name.StartsWith($"{type}.", StringComparison.Ordinal)).Select(name => name[(type.Length + 1)..]);

    public bool IsExternalId(string type, string field) => ExternalIds.Contains($"{type}.{field}", StringComparer.OrdinalIgnoreCase);
}
