using Cortex.Catalog;

namespace Cortex.Compilation.Builtin;

/// <summary>Where the way that came farthest ended.</summary>
/// <param name="Trail">The way; null if nothing at all was understood.</param>
/// <param name="State">What could have come next.</param>
/// <param name="Offset">Where in the prompt.</param>
/// <param name="Item">What it was about.</param>
/// <param name="Unsuited">What was understood to the end and does not fit together; null if nothing was.</param>
internal sealed record Stop(Trail? Trail, SentenceState State, int Offset, ItemKind? Item, Unsuited? Unsuited)
{
    public static Stop Nowhere { get; } = new(null, default, 0, null, null);

    /// <summary>This, or another way if that came farther.</summary>
    public Stop OrFarther(Trail? trail, SentenceState state, ItemKind item) =>
        trail is not null && trail.End > (Trail?.End ?? 0) ? new Stop(trail, state, trail.End, item, Unsuited) : this;
}
