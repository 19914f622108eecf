namespace Cortex.Catalog;

/// <summary>What a field of an item holds, and so how conditions compare it.</summary>
internal enum FieldKind
{
    Text,

    /// <summary>A bare address; its display name may be a field of its own.</summary>
    Address,
    AddressList,
    TextList,
    Number,
    Flag,

    /// <summary>ISO 8601, UTC.</summary>
    Time,

    /// <summary>The day of the week of a time, by the item's clocks: <c>Monday</c>.</summary>
    Weekday,

    /// <summary>The time of day of a time, to the minute, by the item's clocks: <c>18:30</c>.</summary>
    TimeOfDay,
}
