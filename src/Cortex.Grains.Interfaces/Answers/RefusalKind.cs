namespace Cortex;

/// <summary>The handful of ways to refuse.</summary>
public enum RefusalKind
{
    /// <summary>There is no such thing, or it is another user's (404).</summary>
    NotFound = 0,

    /// <summary>The request itself is malformed (400).</summary>
    Invalid = 1,

    /// <summary>The request is well-formed and cannot be done as it is (422).</summary>
    Unprocessable = 2,

    /// <summary>The request does not fit the present state (409).</summary>
    Conflict = 3,

    /// <summary>Another system that is needed does not answer; later it may (503).</summary>
    Unavailable = 4,

    /// <summary>The user has too much of this under way; when that is done, it may be (429).</summary>
    TooMany = 5,
}
