using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Control;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>Puts the events that a sync is said to have found into the main calendar too, so that calls about them find them.</summary>
internal sealed class CalendarArrivals(CalendarAccounts accounts)
{
    public void Arrive(Connection connection, string model, IReadOnlyList<ItemRecord> records)
    {
        if (connection.Provider != ProviderNames.Calendar || !CalendarSync.Brings(model))
        {
            return;
        }

        var account = accounts.Of(connection.ConnectionId);
        lock (account.Access)
        {
            var main = account.Calendars(connection)[0];
            foreach (var record in records)
            {
                var known = account.Event(main, record.Id);
                if (!record.IsDeletion)
                {
                    account.Save(main, record.Id, record.Payload);
                }
                else if (known is not null)
                {
                    known["status"] = CalendarJson.Cancelled;
                    account.Save(main, record.Id, known);
                }
            }
        }
    }
}
