namespace Cortex;

/// <summary>What a silo may do. All times are lengths: no two machines' clocks are compared.</summary>
/// <param name="Calls">How many calls may go out; zero for none; null while nobody knows a limit, so that any number may.</param>
/// <param name="Window">Names the window that they were taken from; given back with what is not spent.</param>
/// <param name="For">How long this holds: until the calls lapse, or until it is worth asking again. At most a second for calls, so that a pause reaches every silo.</param>
/// <param name="Left">Calls that are not leased yet, to anyone; null while nobody knows a limit.</param>
[GenerateSerializer, Immutable, Alias("cortex.nango-lease")]
public sealed record NangoLease(int? Calls, long Window, TimeSpan For, int? Left);
