namespace Cortex.Storage.Units;

/// <summary>The words for a unit's status in the table and the API.</summary>
public static class UnitStatusText
{
    /// <summary>The word for a status.</summary>
    public static string Of(UnitStatus status) => status switch
    {
        UnitStatus.Active => "active",
        UnitStatus.Paused => "paused",
        UnitStatus.Disabled => "disabled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status of a unit."),
    };

    /// <summary>The status that a word stands for, or null.</summary>
    public static UnitStatus? Parse(string? text) => text switch
    {
        "active" => UnitStatus.Active,
        "paused" => UnitStatus.Paused,
        "disabled" => UnitStatus.Disabled,
        _ => null,
    };
}
