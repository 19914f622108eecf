using Cortex.Items;

namespace Cortex.Tools.Calendar;

/// <summary>How much is read from Google Calendar and written to it.</summary>
internal static class CalendarLimits
{
    /// <summary>Characters of a title or a place; what is longer is cut.</summary>
    public const int LineLengthMax = 1_024;

    /// <summary>Characters of a description, which is what Google Calendar takes; what is longer is cut.</summary>
    public const int DescriptionLengthMax = 8_192;

    /// <summary>Guests that one step invites: as many as an item's own list can hold.</summary>
    public const int GuestsMax = ItemLimits.ListEntriesMax;

    /// <summary>Entries of one page of a list.</summary>
    public const int PageSize = 250;

    /// <summary>Pages of a list that are read.</summary>
    public const int PagesMax = 4;

    /// <summary>Events that an output names; the others are counted.</summary>
    public const int EventsNamedMax = 50;

    /// <summary>Calendars that are asked for an event, besides the main one; each costs a call.</summary>
    public const int CalendarsSearchedMax = 20;

    private const int ShownLengthMax = 80;

    /// <summary>A value as it may stand in a sentence.</summary>
    public static string Shown(string value) => TextCut.To(ItemText.CleanLine(value, int.MaxValue), ShownLengthMax);

    /// <summary>A title or a place.</summary>
    public static string Line(string value) => TextCut.To(ItemText.CleanLine(value, int.MaxValue), LineLengthMax);

    public static string Description(string value) => TextCut.To(ItemText.Clean(value, int.MaxValue), DescriptionLengthMax);
}
