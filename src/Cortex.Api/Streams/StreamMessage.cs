namespace Cortex.Api.Streams;

/// <summary>One message of a stream.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Json">The object, in UTF-8; shared by all streams that carry it.</param>
/// <param name="Position">Whoever comes back with it misses nothing that came after this message.</param>
internal readonly record struct StreamMessage(string Name, byte[] Json, DateTimeOffset Position)
{
    /// <summary>The stream has begun.</summary>
    public const string Ready = "ready";

    /// <summary>What changed cannot be told one by one: load the lists anew.</summary>
    public const string Reset = "reset";

    /// <summary>Nothing has changed, and the stream is open.</summary>
    public const string Heartbeat = "heartbeat";

    public const string Unit = "unit";

    public const string Run = "run";

    public const string Event = "event";

    public const string Job = "job";

    private static readonly byte[] Nothing = "{}"u8.ToArray();

    public static StreamMessage Of(string name, DateTimeOffset position) => new(name, Nothing, position);
}
