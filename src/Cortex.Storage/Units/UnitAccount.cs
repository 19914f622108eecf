namespace Cortex.Storage.Units;

/// <summary>An account that a unit may use: any at the trigger's provider, from which items come; elsewhere the one that its steps act on, and those that they would act on in its place.</summary>
/// <param name="Id">The connection; null where the user has none at this provider.</param>
/// <param name="Provider">Where it is.</param>
/// <param name="Email">Whose it is, if that is known.</param>
/// <param name="Status">One of <see cref="Connections.ConnectionStatus"/>, or <see cref="NotConnected"/>.</param>
public sealed record UnitAccount(ConnectionKey? Id, string Provider, string? Email, string Status)
{
    /// <summary>Accounts at one provider that are read with a unit, those that work first: a list must not become long by a user of many; the rest is among the user's connections.</summary>
    public const int OfProviderMax = 20;

    /// <summary>The status where the user has no account at a provider.</summary>
    public const string NotConnected = "not_connected";
}
