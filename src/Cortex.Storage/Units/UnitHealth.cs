using Cortex.Storage.Connections;

namespace Cortex.Storage.Units;

/// <summary>Whether a unit has the accounts that it needs; the words of the API. Pure.</summary>
public static class UnitHealth
{
    /// <summary>At each of its providers an account works.</summary>
    public const string Ok = "ok";

    /// <summary>At one of its providers its user has no account.</summary>
    public const string NeedsConnection = "needs_connection";

    /// <summary>At one of its providers no account works until its user connects it again.</summary>
    public const string NeedsReauth = "needs_reauth";

    /// <summary>The worst of its providers: an account that is missing is worse than one that does not work.</summary>
    /// <param name="accounts">At least one for each provider.</param>
    public static string Of(IReadOnlyList<UnitAccount> accounts) =>
        accounts.Any(account => account.Status == UnitAccount.NotConnected) ? NeedsConnection
        : accounts.GroupBy(account => account.Provider).All(ofProvider => ofProvider.Any(account => account.Status == ConnectionStatus.Active)) ? Ok
        : NeedsReauth;
}
