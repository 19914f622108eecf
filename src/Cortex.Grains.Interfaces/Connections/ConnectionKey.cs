namespace Cortex;

/// <summary>Names one connection inside Cortex; the key of its grain, and the connection's public <c>id</c>. Derived from Nango's two names for it.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.connection-key")]
public readonly record struct ConnectionKey(Guid Value)
{
    private const string Prefix = "con_";

    /// <summary>The key of the connection that Nango calls by these two names.</summary>
    /// <param name="providerConfigKey">Nango's integration id, e.g. <c>google-mail-ynxw</c>.</param>
    /// <param name="connectionId">Nango's connection id, unique within the integration.</param>
    public static ConnectionKey For(string providerConfigKey, string connectionId) => new(ConnectionIdentity.Hash(providerConfigKey, connectionId));

    /// <summary>Reads the text form; false for anything that <see cref="ToString"/> did not write.</summary>
    public static bool TryParse(string? text, out ConnectionKey id)
    {
        var parsed = PrefixedGuid.TryParse(Prefix, text, out var value);
        id = new(value);
        return parsed;
    }

    /// <summary>Reads the text form of an id that this system wrote.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static ConnectionKey Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a connection id ({Prefix} and 32 hex digits).");

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PrefixedGuid.Format(Prefix, Value);
}
