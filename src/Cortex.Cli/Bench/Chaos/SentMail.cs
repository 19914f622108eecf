namespace Cortex.Cli.Bench.Chaos;

/// <summary>What became of one email's webhook.</summary>
/// <param name="Id">The email's id.</param>
/// <param name="Mailbox">Nango's name of the account that it came to.</param>
/// <param name="UnitId">The automation that it is to set off.</param>
/// <param name="Effects">The kinds of what that leaves at the providers.</param>
/// <param name="Tries">How often its webhook was sent until it was accepted or given up.</param>
/// <param name="IsAcknowledged">Whether it was answered 202.</param>
internal sealed record SentMail(string Id, string Mailbox, string UnitId, IReadOnlyList<string> Effects, int Tries, bool IsAcknowledged);
