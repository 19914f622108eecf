using Orleans.Concurrency;

namespace Cortex;

/// <summary>One activation is one user: the limits, and the making of units one at a time. Key: <see cref="UserId"/>.</summary>
[Alias("cortex.user")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>Compiles a prompt and keeps it as an active unit.</summary>
    /// <returns>The unit; <see cref="RefusalKind.Unprocessable"/> when the prompt does not compile, or could hurt and its hash was not sent, <see cref="RefusalKind.Conflict"/> when a connection is missing,
    /// a limit is reached, the preview is out of date or the idempotency key was used for something else.</returns>
    [Alias("create-unit")]
    Task<Answer<UnitCreated>> CreateUnitAsync(NewUnit unit, CancellationToken cancellationToken);

    /// <summary>Compiles a prompt and keeps nothing. A language model may take seconds for that, and whoever makes a unit meanwhile does not wait for it.</summary>
    [AlwaysInterleave]
    [Alias("preview")]
    Task<Answer<Preview>> PreviewAsync(string prompt, CancellationToken cancellationToken);

    /// <summary>Compiles a prompt with the built-in compiler alone, which answers at once, and keeps nothing: what can be shown while the language model is asked.</summary>
    [AlwaysInterleave]
    [Alias("preview-at-once")]
    Task<Answer<Preview>> PreviewAtOnceAsync(string prompt, CancellationToken cancellationToken);

    /// <summary>Opens a session in which this user connects an account; what comes out of it belongs to this user.</summary>
    /// <param name="email">The user's address, shown in the dialog; or null.</param>
    /// <param name="providerConfigKey">The only integration to offer, or null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The session; <see cref="RefusalKind.Unavailable"/> when Nango does not answer.</returns>
    [Alias("create-connect-session")]
    Task<Answer<ConnectSessionToken>> CreateConnectSessionAsync(string? email, string? providerConfigKey, CancellationToken cancellationToken);

    /// <summary>Opens a session in which this user authorises one of their accounts again.</summary>
    /// <param name="email">The user's address, shown in the dialog; or null.</param>
    /// <param name="connection">The account.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The session; <see cref="RefusalKind.NotFound"/> when this user has no such connection, <see cref="RefusalKind.Unavailable"/> when Nango does not answer.</returns>
    [Alias("create-reconnect-session")]
    Task<Answer<ConnectSessionToken>> CreateReconnectSessionAsync(string? email, ConnectionKey connection, CancellationToken cancellationToken);

    /// <summary>What the user has said about themselves; the usual where they have said nothing.</summary>
    [AlwaysInterleave]
    [Alias("get-preferences")]
    Task<UserPreferences> GetPreferencesAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what the user says about themselves.</summary>
    /// <param name="timeZone">The time zone, known to be one; null to keep it.</param>
    /// <param name="workingHours">The hours; null to keep them.</param>
    /// <param name="failureNotices">How to be told of failures; null to keep it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>All of it, as it is kept now.</returns>
    [Alias("set-preferences")]
    Task<UserPreferences> SetPreferencesAsync(string? timeZone, WorkingHours? workingHours, FailureNotices? failureNotices, CancellationToken cancellationToken);
}
