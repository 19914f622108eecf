namespace Cortex.Connections;

/// <summary>The API's words for fates.</summary>
internal static class FateWord
{
    /// <summary>From the one that says most about a delivery to the one that says least.</summary>
    public static IReadOnlyList<string> Telling { get; } =
        new[] { FateKind.Ran, FateKind.NeedsConnection, FateKind.Paused, FateKind.Filtered, FateKind.Duplicate, FateKind.TooOld, FateKind.Ignored }.Select(Of).ToList();

    public static string Of(FateKind kind) => kind switch
    {
        FateKind.Ran => "ran",
        FateKind.Filtered => "filtered",
        FateKind.Paused => "paused",
        FateKind.Duplicate => "duplicate",
        FateKind.TooOld => "too_old",
        FateKind.NeedsConnection => "needs_connection",
        FateKind.Ignored => "ignored",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a fate."),
    };
}
