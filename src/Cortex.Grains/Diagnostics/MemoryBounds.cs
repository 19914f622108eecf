using Cortex.Catalog;
using Cortex.Connections;
using Cortex.Items;
using Cortex.Nango;
using Cortex.Rehearsals;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cortex.Diagnostics;

/// <summary>The products of a silo's limits: what its work may hold in memory when everything is as large as it may be. Checked when it starts.</summary>
internal sealed partial class MemoryBounds(IOptions<NangoOptions> nango, ILogger<MemoryBounds> logger) : IHostedService
{
    /// <summary>All of them together. A limit that is raised beyond it is raised at the cost of another.</summary>
    public const long TotalMax = 2_560L * 1024 * 1024;

    /// <summary>The largest webhook that is received (<c>docs/configuration.md</c>), by which a page of a backlog may exceed its limit.</summary>
    private const int WebhookBytesMax = 4 * 1024 * 1024;

    /// <summary>Each provider has lanes of its own, and what is of none has one.</summary>
    private static readonly int Lanes = CortexCatalog.Known.Providers.Count + 1;

    public IReadOnlyList<MemoryBound> All { get; } =
    [
        new("pages of a connection's backlog", WorkLanes.ConnectionsMax * Lanes, DeliveryStore.PageBytesMax + WebhookBytesMax),
        new("pages of records", WorkLanes.ConnectionsMax * Lanes, nango.Value.AnswerBytesMax),
        new("items that are offered", WorkLanes.ConnectionsMax * Lanes, UnitOffers.BytesMax),
        new("answers that are read", nango.Value.SocketsMax * Lanes, NangoOptions.SmallAnswerBytesMax),
        new("large answers of providers that are read", nango.Value.LargeAnswersMax * (Lanes - 1), nango.Value.ProviderAnswerBytesMax),
        new("large pages and records that are read", nango.Value.LargeAnswersMax, Math.Max(nango.Value.AnswerBytesMax, nango.Value.RecordBytesMax)),
        new("past items that are looked at", LookBackGate.LooksMax, ItemLimits.BodyLengthMax),
        new("writes of runs that wait", RunWriter.QueueLengthMax, ItemLimits.BodyLengthMax),
    ];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var total = All.Sum(bound => bound.Product);
        if (total > TotalMax)
        {
            throw new InvalidOperationException(
                $"The limits of a silo allow for {Mebibytes(total)} MiB, more than {Mebibytes(TotalMax)}: {string.Join(", ", All.Select(bound => $"{bound.Work} {bound.Count} x {bound.Bytes}"))}.");
        }

        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes is var available && available < total)
        {
            LogTight(logger, Mebibytes(total), Mebibytes(available));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static long Mebibytes(long bytes) => bytes / 1024 / 1024;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work may hold {Total} MiB when everything is as large as it may be, and this process may use {Available}: give it more, or run more silos")]
    private static partial void LogTight(ILogger logger, long total, long available);
}
