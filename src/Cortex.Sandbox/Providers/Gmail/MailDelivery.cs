using Cortex.Sandbox.Connections;
using MimeKit;

namespace Cortex.Sandbox.Providers.Gmail;

/// <summary>Brings mail that one mailbox sends to the others here that it is addressed to.</summary>
internal sealed class MailDelivery(ConnectionStore connections, Mailboxes mailboxes, TimeProvider time)
{
    /// <returns>The connections whose mailboxes got it.</returns>
    public IReadOnlyList<Connection> Deliver(Connection sender, byte[] raw)
    {
        var mail = MailText.Parse(raw);
        var addresses = mail.GetRecipients().Select(recipient => recipient.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Connection[] receivers =
        [
            .. connections.All.Where(connection =>
                connection.Provider == ProviderNames.Gmail && connection.ConnectionId != sender.ConnectionId && addresses.Contains(connection.Address)),
        ];
        if (receivers.Length > 0 && mail.Headers.Contains(HeaderId.Bcc))
        {
            // Nobody sees who else got a blind copy.
            mail.Headers.RemoveAll(HeaderId.Bcc);
            raw = MailText.Write(mail);
        }

        foreach (var receiver in receivers)
        {
            var mailbox = mailboxes.Of(receiver.ConnectionId);
            lock (mailbox.Access)
            {
                mailbox.Receive(raw, MailSummary.Of(mail), [SystemLabels.Unread, SystemLabels.Inbox], time.GetUtcNow());
            }
        }

        return receivers;
    }
}
