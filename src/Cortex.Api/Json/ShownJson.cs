using System.Text;
using Cortex.Programs;

namespace Cortex.Api.Json;

/// <summary>A stored value as a page shows it: whole, or the beginning of its text where it is large.</summary>
/// <param name="Json">The value, or a JSON string that holds the beginning of its text.</param>
/// <param name="IsCut">Whether it is the beginning.</param>
internal readonly record struct ShownJson(RawJson Json, bool IsCut)
{
    /// <summary>Bytes of a value that are shown; what is larger is to be had on its own.</summary>
    public const int BytesMax = 32 * 1024;

    public static ShownJson? Of(string? json) =>
        json is null ? null
        : Encoding.UTF8.GetByteCount(json) <= BytesMax ? new(new(json), IsCut: false)
        : new(new(CanonicalJson.Write(CutText.To(json, BytesMax), static (writer, text) => writer.WriteStringValue(text))), IsCut: true);
}
