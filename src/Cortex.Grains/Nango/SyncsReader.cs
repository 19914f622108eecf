using System.Text.Json;

namespace Cortex.Nango;

/// <summary>Reads the answer of GET /sync/status.</summary>
internal static class SyncsReader
{
    /// <summary>More syncs than anyone deploys for one integration; what is beyond is left out.</summary>
    private const int SyncsMax = 500;

    /// <summary>More models than a sync may have; what is beyond is left out.</summary>
    private const int ModelsMax = 100;

    /// <summary>Reads the syncs; null if the answer is no list of syncs. One without a name is left out.</summary>
    public static IReadOnlyList<NangoSync>? Read(JsonElement body) =>
        body.Field("syncs") is { ValueKind: JsonValueKind.Array }
            ? [.. body.Elements("syncs").Select(ReadSync).OfType<NangoSync>().Take(SyncsMax)]
            : null;

    private static NangoSync? ReadSync(JsonElement sync) => sync.Text("name") is { Length: > 0 } name
        ? new(name, Variant(sync), State(sync.Text("status")), sync.Time("finishedAt"), Models(sync))
        : null;

    private static string? Variant(JsonElement sync) => sync.Text("variant") is { Length: > 0 } variant && variant != "base" ? variant : null;

    private static SyncState State(string? status) =>
        status is not null && status.All(char.IsAsciiLetter) && Enum.TryParse<SyncState>(status, ignoreCase: true, out var state) ? state : SyncState.Unknown;

    /// <summary>The last result names what the last run touched, the counts what is there: either may lack a model.</summary>
    private static List<string> Models(JsonElement sync) =>
        [.. Names(sync.ObjectAt("latestResult")).Union(Names(sync.ObjectAt("recordCount"))).Order(StringComparer.Ordinal).Take(ModelsMax)];

    private static IEnumerable<string> Names(JsonElement? models) =>
        models?.EnumerateObject().Select(model => model.Name).Where(name => name.Length > 0) ?? [];
}
