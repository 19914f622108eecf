using System.Text;
using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Items;

/// <summary>What people call an item: an email's subject, a record's name. Pure.</summary>
internal static class ItemTitle
{
    /// <summary>The most characters of a title that are kept.</summary>
    public const int LengthMax = 200;

    /// <summary>The title, or null where the item has none.</summary>
    public static string? Of(Item item) =>
        CortexCatalog.Known.FindTrigger(item.Provider, item.Happening)?.Item is { } kind ? Of(kind, item.Fields) : null;

    /// <summary>The title of an item with these fields.</summary>
    public static string? Of(ItemKind kind, JsonElement fields) =>
        kind.TitleField is { } name && fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Shown(value.GetString()!) : null;

    /// <summary>On one line, without what a column of text cannot hold.</summary>
    private static string? Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.AsSpan().Trim().EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > LengthMax - 1)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return shown.Length > 0 ? shown.ToString() : null;
    }
}
