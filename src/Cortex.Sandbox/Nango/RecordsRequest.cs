using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

internal sealed record RecordsRequest(
    string Model, string Variant, string? Cursor, DateTimeOffset? ModifiedAfter, int Limit, RecordFilter Filter, IReadOnlySet<string> Ids);
