using Cortex.Storage;
using Cortex.Storage.Model;
using Microsoft.Extensions.Logging;

namespace Cortex.Model;

/// <summary>Notes what the model was paid for. A row that cannot be written is logged and lost: bookkeeping must not undo what it is about.</summary>
internal sealed partial class ModelUsageBook(ModelUsageStore store, ILogger<ModelUsageBook> logger)
{
    /// <summary>Notes a compilation; nothing when no model was paid for it.</summary>
    public Task CompiledAsync(UserId user, UnitId? unit, ModelUsage? usage, string? programHash, CancellationToken cancellationToken) => usage is null
        ? Task.CompletedTask
        : WriteAsync(() => store.InsertAsync(
            new(user, unit, null, "compile", usage.Model, usage.InputTokens, usage.OutputTokens, usage.CostMicroUsd, programHash), cancellationToken));

    /// <summary>Notes a question of a run.</summary>
    public Task AskedByRunAsync(UserId user, UnitId unit, RunId run, string purpose, ModelUsage usage, CancellationToken cancellationToken) =>
        WriteAsync(() => store.InsertAsync(new(user, unit, run, purpose, usage.Model, usage.InputTokens, usage.OutputTokens, usage.CostMicroUsd), cancellationToken));

    /// <summary>Gives a new unit what its preview, or its making, was paid for.</summary>
    public Task AdoptAsync(UserId user, UnitId unit, string programHash, CancellationToken cancellationToken) =>
        WriteAsync(() => store.AdoptAsync(user, programHash, unit, cancellationToken));

    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (StorageException e)
        {
            LogLost(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Usage of the language model could not be noted")]
    private static partial void LogLost(ILogger logger, string error);
}
