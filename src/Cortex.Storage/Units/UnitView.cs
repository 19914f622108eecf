using Cortex.Storage.Model;

namespace Cortex.Storage.Units;

/// <summary>A unit as its user sees it.</summary>
/// <param name="Unit">The row.</param>
/// <param name="Accounts">The accounts that it may use, by provider in the order of its program, those that work first, then the oldest; one <see cref="UnitAccount.NotConnected"/> where there is none.</param>
/// <param name="Activity">How it has been doing lately.</param>
/// <param name="ModelUsage">What the language model was paid for it; null when nothing was.</param>
public sealed record UnitView(UnitRow Unit, IReadOnlyList<UnitAccount> Accounts, UnitActivity Activity, ModelUsageSum? ModelUsage = null)
{
    /// <summary>Whether the accounts that it needs are there, a word of <see cref="UnitHealth"/>.</summary>
    public string Health => UnitHealth.Of(Accounts);
}
