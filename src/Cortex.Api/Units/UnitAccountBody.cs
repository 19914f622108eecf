using Cortex.Storage.Units;

namespace Cortex.Api.Units;

/// <summary>An account that an automation may use: any at its trigger's provider; elsewhere its steps act on the first, and on the next one that works should the first no longer do.</summary>
/// <param name="Id">The connection; null where none is connected at this provider.</param>
/// <param name="Email">Whose it is, if that is known.</param>
/// <param name="Status"><c>active</c>, <c>needs_reauth</c> or <c>not_connected</c>.</param>
internal sealed record UnitAccountBody(string? Id, string Provider, string? Email, string Status)
{
    public static UnitAccountBody Of(UnitAccount account) => new(account.Id?.ToString(), account.Provider, account.Email, account.Status);
}
