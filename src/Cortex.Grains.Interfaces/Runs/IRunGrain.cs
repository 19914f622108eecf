namespace Cortex;

/// <summary>One activation is one run: one execution of a unit for one item. Key: <see cref="RunId"/>.</summary>
/// <remarks>It alone writes the run's row and its steps.</remarks>
[Alias("cortex.run")]
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Makes the run, or finds it made. The run is a row in PostgreSQL when this returns; its steps go on by themselves.</summary>
    [Alias("start")]
    Task<RunAccepted> StartAsync(RunStart start, CancellationToken cancellationToken);

    /// <summary>Says that the run may be due. Does nothing if it is being executed, has ended, or waits for a later time.</summary>
    [Alias("poke")]
    Task PokeAsync(CancellationToken cancellationToken);

    /// <summary>Says that a run which is held for its user to connect an account again need wait no longer; does nothing to any other.</summary>
    [Alias("release")]
    Task ReleaseAsync(CancellationToken cancellationToken);

    /// <summary>Goes on from the first step that did not complete; only for a run that failed or was canceled.</summary>
    [Alias("retry")]
    Task<Answer<RunId>> RetryAsync(UserId user, CancellationToken cancellationToken);

    /// <summary>As <see cref="RetryAsync"/>; the same key again is the same retry, whatever has become of it.</summary>
    [Alias("retry-once")]
    Task<Answer<RunId>> RetryOnceAsync(UserId user, string key, CancellationToken cancellationToken);

    /// <summary>Stops the run before its next step; a step that is under way is let finish.</summary>
    [Alias("cancel")]
    Task<Answer<RunId>> CancelAsync(UserId user, CancellationToken cancellationToken);
}
