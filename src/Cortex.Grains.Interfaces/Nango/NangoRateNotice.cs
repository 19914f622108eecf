namespace Cortex;

/// <summary>What Nango says of the account's limit with every answer.</summary>
/// <param name="Limit">Calls that a window allows.</param>
/// <param name="Remaining">Calls that are left of it, whoever made the others.</param>
/// <param name="EndsIn">How long the window still runs, to a second; zero or less if it is over, and only the limit still counts.</param>
[GenerateSerializer, Immutable, Alias("cortex.nango-rate-notice")]
public sealed record NangoRateNotice(int Limit, int Remaining, TimeSpan EndsIn);
