namespace Cortex.Storage.Items;

/// <summary>Which of an item's times is meant.</summary>
/// <param name="IsEnd">Its end; otherwise its beginning.</param>
/// <param name="LeadMinutes">How long before its beginning.</param>
public readonly record struct ItemTiming(bool IsEnd, int LeadMinutes);
