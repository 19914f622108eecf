namespace Cortex.Connections;

/// <summary>Changes of a model that were not dealt with.</summary>
/// <param name="Oldest">The oldest of those that are of interest; null if there are none.</param>
/// <param name="Newest">The newest of them.</param>
/// <param name="IsEarly">Whether there are others whose webhook may be on its way.</param>
/// <param name="LookedTo">Up to which change it was looked; null if there was none.</param>
internal readonly record struct News(DateTimeOffset? Oldest, DateTimeOffset? Newest, bool IsEarly, DateTimeOffset? LookedTo)
{
    /// <summary>One more change that was not dealt with.</summary>
    public News With(DateTimeOffset at, DateTimeOffset until) => at > until
        ? this with { IsEarly = true }
        : this with { Oldest = at < Oldest || Oldest is null ? at : Oldest, Newest = at > Newest || Newest is null ? at : Newest };
}
