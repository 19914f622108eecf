using Cortex.Tools;

namespace Cortex.Items;

/// <summary>What came of fetching the rest of an item.</summary>
/// <param name="FieldsJson">The item's fields with what was missing among them; null if it was not to be had.</param>
/// <param name="Failure">Why not: to be tried again, held, or failed for good; null on success.</param>
internal sealed record FetchedItem(string? FieldsJson, ToolResult? Failure);
