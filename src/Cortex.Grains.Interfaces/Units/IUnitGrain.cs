using Orleans.Concurrency;

namespace Cortex;

/// <summary>One activation is one unit (an automation): its status and its compiled program. Key: <see cref="UnitId"/>.</summary>
/// <remarks>It alone writes the unit's row. What belongs to another user is answered with <see cref="RefusalKind.NotFound"/>.</remarks>
[Alias("cortex.unit")]
public interface IUnitGrain : IGrainWithStringKey
{
    /// <summary>Offers the items of one delivery. Every run that they cause is durable when this returns.</summary>
    /// <returns>One fate per item, in the order of the items.</returns>
    [Alias("offer")]
    Task<IReadOnlyList<Fate>> OfferAsync(Offer offer, CancellationToken cancellationToken);

    /// <summary>Sets the status; it holds for every delivery received after the answer.</summary>
    [Alias("set-status")]
    Task<Answer<UnitId>> SetStatusAsync(UserId user, UnitStatus status, CancellationToken cancellationToken);

    /// <summary>Changes name, prompt or both; a new prompt is compiled and raises the version. Compiling may take seconds, and items are offered meanwhile; a change made meanwhile refuses this one.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="name">The new name, or null to keep it.</param>
    /// <param name="prompt">The new prompt, or null to keep it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [AlwaysInterleave]
    [Alias("edit")]
    Task<Answer<UnitId>> EditAsync(UserId user, string? name, string? prompt, CancellationToken cancellationToken);

    /// <summary>As <see cref="EditAsync"/>, for a prompt whose preview was shown: what was shown is what is stored, and what it could hurt is confirmed.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="name">The new name, or null to keep it.</param>
    /// <param name="prompt">The new prompt.</param>
    /// <param name="programHash">The hash that the preview showed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [AlwaysInterleave]
    [Alias("edit-as-shown")]
    Task<Answer<UnitId>> EditAsShownAsync(UserId user, string? name, string prompt, string programHash, CancellationToken cancellationToken);

    /// <summary>Deletes the unit; its runs stay readable.</summary>
    [Alias("delete")]
    Task<Answer<UnitId>> DeleteAsync(UserId user, CancellationToken cancellationToken);

    /// <summary>Makes a new run of the current program for the item of an earlier run.</summary>
    [Alias("rerun")]
    Task<Answer<RunId>> RerunAsync(UserId user, RunId earlier, CancellationToken cancellationToken);

    /// <summary>As <see cref="RerunAsync"/>; the same key again, for the same earlier run, gives the same run.</summary>
    [Alias("rerun-once")]
    Task<Answer<RunId>> RerunOnceAsync(UserId user, RunId earlier, string key, CancellationToken cancellationToken);
}
