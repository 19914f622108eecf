using System.Text.Json;

namespace Cortex.Sandbox.Nango;

/// <summary>How far a triggered run starts afresh: at its beginning, and with Nango's own records thrown away.</summary>
internal sealed record SyncReset(bool Reset, bool EmptyCache)
{
    private static readonly string[] Modes = ["incremental", "full_refresh", "full_refresh_and_clear_cache"];

    /// <summary>From opts, or from the deprecated members that say the same; both together are refused.</summary>
    public static SyncReset Read(BodyReader body)
    {
        var opts = body.Object("opts");
        var mode = body.Text("sync_mode");
        if (mode is not null && !Modes.Contains(mode))
        {
            body.Add("invalid_value", $"Invalid option: expected one of {string.Join("|", Modes)}", "sync_mode");
        }

        if (opts is not null && (mode is not null || body.Has("full_resync")))
        {
            body.Add("custom", "opts cannot be combined with the deprecated sync_mode and full_resync", "opts");
        }

        var isFull = mode is not (null or "incremental") || IsTrue(body.Whole["full_resync"]);
        return new SyncReset(isFull || IsTrue(opts?["reset"]), mode == "full_refresh_and_clear_cache" || IsTrue(opts?["emptyCache"]));
    }

    private static bool IsTrue(System.Text.Json.Nodes.JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;
}
