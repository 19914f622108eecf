namespace Cortex.Nango;

/// <summary>The part of Nango's error envelope that says what kind of error it is.</summary>
/// <param name="Code">Nango's code, fit for logs.</param>
/// <param name="Message">Nango's message; may hold anything, so it stays out of logs.</param>
internal sealed record NangoError(string Code, string Message)
{
    /// <summary>An error without an envelope: a gateway's page, or nothing.</summary>
    public static NangoError None { get; } = new(string.Empty, string.Empty);
}
