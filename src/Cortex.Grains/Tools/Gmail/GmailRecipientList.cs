using MimeKit;

namespace Cortex.Tools.Gmail;

/// <summary>Whom an email goes to, each mailbox once.</summary>
/// <param name="To">Those that it is written to.</param>
/// <param name="Cc">Those that get a copy.</param>
internal sealed record GmailRecipientList(IReadOnlyList<MailboxAddress> To, IReadOnlyList<MailboxAddress> Cc);
