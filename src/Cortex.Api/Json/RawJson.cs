using System.Text.Json.Serialization;

namespace Cortex.Api.Json;

/// <summary>JSON that PostgreSQL keeps and the API shows, passed on without being parsed.</summary>
[JsonConverter(typeof(RawJsonConverter))]
internal readonly record struct RawJson(string Text)
{
    public static RawJson? Of(string? text) => text is null ? null : new(text);
}
