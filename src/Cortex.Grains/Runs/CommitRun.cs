using Cortex.Storage.Runs;

namespace Cortex.Runs;

/// <summary>Makes a state of a run durable, as <see cref="RunWriter"/> does.</summary>
internal delegate Task<RunWritten> CommitRun(RunWrite write, CancellationToken cancellationToken);
