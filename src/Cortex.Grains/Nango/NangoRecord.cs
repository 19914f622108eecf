using System.Text.Json;

namespace Cortex.Nango;

/// <summary>One record of a model, with what Nango says about it.</summary>
/// <param name="Id">The provider's id, always as text.</param>
/// <param name="Body">The whole record, detached from the response.</param>
/// <param name="Action">What happened last.</param>
/// <param name="FirstSeenAt">When Nango first had it.</param>
/// <param name="LastModifiedAt">When Nango last changed it; microseconds.</param>
/// <param name="Cursor">Its position.</param>
public sealed record NangoRecord(
    string Id, JsonElement Body, RecordAction Action, DateTimeOffset FirstSeenAt, DateTimeOffset LastModifiedAt, string Cursor);
