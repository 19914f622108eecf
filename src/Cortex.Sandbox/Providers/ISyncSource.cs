using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Providers;

/// <summary>What calls through the proxy have changed at a provider, for the next run of the syncs to find.</summary>
internal interface ISyncSource
{
    /// <summary>Nango's name of the provider.</summary>
    string Provider { get; }

    /// <summary>The models whose syncs would find something new.</summary>
    IReadOnlyList<string> ModelsToSync(Connection connection);

    /// <summary>Saves what a run of a model's sync finds, nothing included; what was saved is not found again.</summary>
    SyncRun Bring(Connection connection, string model, Func<IReadOnlyList<RecordInput>, SyncRun> save);
}
