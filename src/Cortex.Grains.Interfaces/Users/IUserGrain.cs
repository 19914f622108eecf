namespace Cortex;

/// <summary>One activation is one user: the limits, and the making of units one at a time. Key: <see cref="UserId"/>.</summary>
[Alias("cortex.user")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>Compiles a prompt and keeps it as an active unit.</summary>
    /// <returns>The unit; <see cref="RefusalKind.Unprocessable"/> when the prompt does not compile, <see cref="RefusalKind.Conflict"/> when a connection is missing,
    /// a limit is reached, the preview is out of date or the idempotency key was used for something else.</returns>
    [Alias("create-unit")]
    Task<Answer<UnitCreated>> CreateUnitAsync(NewUnit unit, CancellationToken cancellationToken);

    /// <summary>Compiles a prompt and keeps nothing.</summary>
    [Alias("preview")]
    Task<Answer<Preview>> PreviewAsync(string prompt, CancellationToken cancellationToken);
}
