using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>An answer that is written and not yet sent.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="ThreadId">Gmail's id of the thread that it belongs to, or null.</param>
internal sealed record GmailReply(MimeMessage Mail, string? ThreadId);
