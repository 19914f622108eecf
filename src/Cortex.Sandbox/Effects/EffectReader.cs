using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Providers.Calendar;
using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Providers.Salesforce;

namespace Cortex.Sandbox.Effects;

/// <summary>Reads what calls have made at the providers from the accounts themselves, whatever the calls were answered: mails that were sent, events and records.</summary>
internal sealed class EffectReader(ConnectionStore connections, Mailboxes mailboxes, CalendarAccounts calendars, Organisations organisations)
{
    private static readonly string[] RecordTypes = ["Lead", "Contact", "Account", "Opportunity", "Case", "Task"];

    /// <summary>All of an account, or of all accounts; what items brought is not among it, but for events and records, which look the same whoever made them.</summary>
    public IReadOnlyList<Effect> Of(string? connectionId) =>
        [.. connections.All.Where(connection => connectionId is null || connection.ConnectionId == connectionId).SelectMany(Of)];

    private IEnumerable<Effect> Of(Connection connection) => connection.Provider switch
    {
        ProviderNames.Gmail => Mails(connection),
        ProviderNames.Calendar => Events(connection),
        ProviderNames.Salesforce => Records(connection),
        _ => [],
    };

    private List<Effect> Mails(Connection connection)
    {
        var mailbox = mailboxes.Of(connection.ConnectionId);
        lock (mailbox.Access)
        {
            return [.. mailbox.Messages.Where(mail => mail.LabelIds.Contains(SystemLabels.Sent)).Select(mail => new Effect(connection.ConnectionId, "mail", mail.Id, mail.Summary.Subject))];
        }
    }

    private List<Effect> Events(Connection connection)
    {
        var account = calendars.Of(connection.ConnectionId);
        lock (account.Access)
        {
            return [.. account.Calendars(connection).SelectMany(account.Events)
                .Where(one => CalendarJson.Text(one["status"]) != CalendarJson.Cancelled)
                .Select(one => new Effect(connection.ConnectionId, "event", CalendarJson.Text(one["id"]) ?? "", CalendarJson.Text(one["summary"]) ?? ""))];
        }
    }

    private List<Effect> Records(Connection connection)
    {
        var organisation = organisations.Of(connection.ConnectionId);
        lock (organisation.Access)
        {
            return [.. RecordTypes.SelectMany(organisation.Of)
                .Select(record => new Effect(connection.ConnectionId, "record", record.Id, record.Text("Name") ?? record.Text("LastName") ?? record.Text("Subject") ?? ""))];
        }
    }
}
