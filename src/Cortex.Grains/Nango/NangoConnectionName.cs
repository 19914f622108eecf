namespace Cortex.Nango;

/// <summary>Nango's two names for a connection.</summary>
/// <param name="ProviderConfigKey">Nango's integration id.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
internal sealed record NangoConnectionName(string ProviderConfigKey, string ConnectionId)
{
    /// <summary>The longest name; Nango's own limit.</summary>
    private const int LengthMax = 255;

    /// <summary>Whether Nango can have such a connection at all; what cannot stand in a header or a path segment never goes out.</summary>
    public bool IsPossible => IsName(ProviderConfigKey) && IsName(ConnectionId);

    private static bool IsName(string name) =>
        name is { Length: > 0 and <= LengthMax } && name is not ("." or "..") && name.All(character => character is >= ' ' and <= '~');
}
