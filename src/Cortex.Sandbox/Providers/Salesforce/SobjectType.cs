namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>One object with its standard fields.</summary>
internal sealed record SobjectType(string Name, string KeyPrefix, IReadOnlyList<SobjectField> Fields)
{
    public SobjectField? Find(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public SobjectField? Following(string relation)
        => Fields.FirstOrDefault(field => string.Equals(field.Relation, relation, StringComparison.OrdinalIgnoreCase));
}
