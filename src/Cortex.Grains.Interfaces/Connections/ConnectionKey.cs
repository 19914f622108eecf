namespace Cortex;

/// <summary>Names one connection inside Cortex; the key of its grain, and the connection's public <c>id</c>. Derived from Nango's two names for it.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.connection-key")]
public readonly record struct ConnectionKey(Guid Value) : IPublicId<ConnectionKey>
{
    static string IPublicId<ConnectionKey>.Prefix => "con_";

    static ConnectionKey IPublicId<ConnectionKey>.From(Guid value) => new(value);

    /// <summary>The key of the connection that Nango calls by these two names.</summary>
    /// <param name="providerConfigKey">Nango's integration id, e.g. <c>google-mail-ynxw</c>.</param>
    /// <param name="connectionId">Nango's connection id, unique within the integration.</param>
    public static ConnectionKey For(string providerConfigKey, string connectionId) => new(ConnectionIdentity.Hash(providerConfigKey, connectionId));

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PublicIds.Format(this);
}
