using Cortex.Storage.Changes;

namespace Cortex.Api.Streams;

/// <summary>One user's streams, and what they have been told of late. Belongs to the reader of changes alone.</summary>
internal sealed class UserFeed(UserId user)
{
    private readonly List<LiveStream> _streams = [];
    private Dictionary<(ChangeKind Kind, Guid Id), long> _told = [];

    public UserId User { get; } = user;

    /// <summary>Up to when they have been told.</summary>
    public DateTimeOffset Position { get; private set; }

    /// <summary>Whether more changes than one read tells.</summary>
    public bool IsFlooded { get; set; }

    /// <summary>When they were last told to load anew.</summary>
    public DateTimeOffset ResetAt { get; private set; } = DateTimeOffset.MinValue;

    public void Add(LiveStream stream) => _streams.Add(stream);

    /// <summary>Forgets the streams that were closed.</summary>
    /// <returns>Whether any is left.</returns>
    public bool Prune()
    {
        _streams.RemoveAll(s => !s.IsOpen);
        return _streams.Count > 0;
    }

    /// <summary>Of these changes those that have not been told.</summary>
    public List<Change> Untold(IReadOnlyList<Change> changes) => [.. changes.Where(c => !_told.TryGetValue((c.Kind, c.Id), out var version) || version != c.Version)];

    /// <summary>Notes that all of these have been told: all that the next read can find again.</summary>
    public void Note(IReadOnlyList<Change> changes, DateTimeOffset position)
    {
        _told = changes.ToDictionary(c => (c.Kind, c.Id), c => c.Version);
        Position = position;
    }

    /// <summary>Tells every stream.</summary>
    public void Tell(IReadOnlyList<StreamMessage> messages, DateTimeOffset position)
    {
        foreach (var stream in _streams)
        {
            stream.Tell(messages, position);
        }
    }

    /// <summary>Tells every stream to load anew.</summary>
    public void Reset(DateTimeOffset position)
    {
        ResetAt = position;
        Tell([StreamMessage.Of(StreamMessage.Reset, position)], position);
    }
}
