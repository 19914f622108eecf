namespace Cortex.Nango;

/// <summary>Why Nango did not do what was asked.</summary>
public enum NangoFailure
{
    /// <summary>No answer, a time-out, a 5xx or a 429: later it may work; the call may have taken effect.</summary>
    Unavailable,

    /// <summary>Nango does not know the connection.</summary>
    UnknownConnection,

    /// <summary>The account's authorisation is broken (424 and its kin): the user must reconnect.</summary>
    NeedsReauth,

    /// <summary>Nango refuses our key: an operator must act.</summary>
    Unauthorized,

    /// <summary>Nango says that the request is wrong: a bug or a setting, never cured by trying again.</summary>
    Rejected,
}
