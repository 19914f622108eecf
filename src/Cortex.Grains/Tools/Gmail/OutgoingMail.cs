using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>A mail that is written and not yet sent.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="ThreadId">Gmail's id of the thread that it belongs to, or null.</param>
internal sealed record OutgoingMail(MimeMessage Mail, string? ThreadId) : IDisposable
{
    public void Dispose() => Mail.Dispose();
}
