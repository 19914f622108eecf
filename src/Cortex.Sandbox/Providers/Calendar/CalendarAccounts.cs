using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>The Google Calendar accounts.</summary>
internal sealed class CalendarAccounts(Journal journal) : AccountsOf<CalendarAccount>(connectionId => new(connectionId, journal));
