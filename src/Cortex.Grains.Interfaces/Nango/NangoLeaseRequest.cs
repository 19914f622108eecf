namespace Cortex;

/// <summary>What a silo asks for, and what it knows that others may not.</summary>
/// <param name="Priority">Whom the calls are for.</param>
/// <param name="Wanted">How many would be welcome; fewer may come.</param>
/// <param name="Window">The window of the calls that are given back.</param>
/// <param name="Unspent">Calls of that window that lapsed before they were spent.</param>
/// <param name="Notice">What Nango said last to this silo; null if it has said nothing yet.</param>
[GenerateSerializer, Immutable, Alias("cortex.nango-lease-request")]
public sealed record NangoLeaseRequest(CallPriority Priority, int Wanted, long Window, int Unspent, NangoRateNotice? Notice);
