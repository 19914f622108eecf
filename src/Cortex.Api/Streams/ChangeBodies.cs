using System.Text.Json;
using Cortex.Api.Events;
using Cortex.Api.Jobs;
using Cortex.Api.Runs;
using Cortex.Api.Units;
using Cortex.Storage.Changes;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Jobs;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Cortex.Api.Streams;

/// <summary>Shows changed rows as the lists show them.</summary>
internal sealed class ChangeBodies(UnitStore units, RunStore runs, DeliveryStore deliveries, JobStore jobs, IOptions<JsonOptions> json)
{
    /// <summary>Reads what changed of a user's rows. All but the last message carry the position before, so that whoever leaves among them is told all of them again.</summary>
    public async Task<IReadOnlyList<StreamMessage>> ReadAsync(UserId user, IReadOnlyList<Change> changes, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var bodies = await ReadAsync(user, changes, cancellationToken);
        List<StreamMessage> messages = new(changes.Count);
        foreach (var change in changes)
        {
            // A row that is gone since was deleted, which is a change of its own, or is too old to be kept.
            if (bodies.GetValueOrDefault((change.Kind, change.Id)) is { } body)
            {
                messages.Add(new(NameOf(change.Kind), body, from));
            }
        }

        if (messages.Count > 0)
        {
            messages[^1] = messages[^1] with { Position = to };
        }

        return messages;
    }

    private async Task<Dictionary<(ChangeKind Kind, Guid Id), byte[]>> ReadAsync(UserId user, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        Dictionary<(ChangeKind, Guid), byte[]> bodies = [];
        foreach (var deleted in changes.Where(c => c.IsDeleted))
        {
            bodies[(deleted.Kind, deleted.Id)] = Json(new DeletedUnitBody(new UnitId(deleted.Id).ToString(), Deleted: true));
        }

        foreach (var ofKind in changes.Where(c => !c.IsDeleted).GroupBy(c => c.Kind, c => c.Id))
        {
            switch (ofKind.Key)
            {
                case ChangeKind.Unit:
                    foreach (var view in await units.FindViewsAsync(user, [.. ofKind.Select(id => new UnitId(id))], cancellationToken))
                    {
                        bodies[(ChangeKind.Unit, view.Unit.Id.Value)] = Json(UnitBody.Of(view));
                    }

                    break;
                case ChangeKind.Run:
                    foreach (var run in await runs.FindAllAsync(user, [.. ofKind.Select(id => new RunId(id))], cancellationToken))
                    {
                        bodies[(ChangeKind.Run, run.Id.Value)] = Json(RunBody.Of(run));
                    }

                    break;
                case ChangeKind.Delivery:
                    foreach (var row in await deliveries.FindAllAsync(user, [.. ofKind.Select(id => new DeliveryId(id))], cancellationToken))
                    {
                        bodies[(ChangeKind.Delivery, row.Id.Value)] = Json(EventBody.Of(row));
                    }

                    break;
                case ChangeKind.Job:
                    foreach (var row in await jobs.FindAllAsync(user, [.. ofKind.Select(id => new JobId(id))], cancellationToken))
                    {
                        bodies[(ChangeKind.Job, row.Id.Value)] = Json(JobBody.Of(row));
                    }

                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(changes), ofKind.Key, "Not a kind of change.");
            }
        }

        return bodies;
    }

    private byte[] Json<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, json.Value.SerializerOptions);

    private static string NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Unit => StreamMessage.Unit,
        ChangeKind.Run => StreamMessage.Run,
        ChangeKind.Delivery => StreamMessage.Event,
        ChangeKind.Job => StreamMessage.Job,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of change."),
    };
}
