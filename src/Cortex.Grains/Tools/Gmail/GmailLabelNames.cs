using System.Collections.Frozen;
using System.Text.Json;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>
/// The names of users' labels, which mails carry by id: from the label records of Nango's syncs, and from Gmail where those do not know one.
/// </summary>
/// <remarks>
/// Names are kept in memory for a while, a mailbox at a time. Nothing here fails: a label whose name is not to be had keeps its id, and the mail goes on.
/// </remarks>
internal sealed class GmailLabelNames(INangoClient nango, GmailCalls gmail, TimeProvider time)
{
    /// <summary>Mailboxes whose labels are kept; of more, the oldest go.</summary>
    public const int MailboxesMax = 1_000;

    /// <summary>How long names are taken for true; a label that is renamed goes by its old name for so long at most.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(10);

    /// <summary>How long a mailbox is not asked again for the same labels when it did not know them or did not answer.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>How long Gmail may take: a connection's events wait meanwhile.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    /// <summary>Labels of a mailbox that are remembered as being none of it.</summary>
    private const int UnknownMax = 100;

    private const int PageSize = 1_000;

    /// <summary>Pages of labels that are read; Gmail allows 10,000 labels.</summary>
    private const int PagesMax = 10;

    /// <summary>The model of the current sync, and that of the legacy one.</summary>
    private static readonly string[] Models = ["Label", "GmailLabel"];

    private readonly AccountCache<Known> _known = new(MailboxesMax);

    /// <summary>The names of these labels, in their order; an id where there is no name to be had, and for Gmail's own labels.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(ProviderAccount account, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var users = ids.Where(GmailLabelIds.IsUserLabel).ToList();
        if (users.Count == 0)
        {
            return ids;
        }

        var names = await KnownAsync(account, users, cancellationToken);
        return [.. ids.Select(id => GmailLabelIds.IsUserLabel(id) ? names.GetValueOrDefault(id, id) : id)];
    }

    private async Task<IReadOnlyDictionary<string, string>> KnownAsync(ProviderAccount account, List<string> ids, CancellationToken cancellationToken)
    {
        var known = _known.Find(account);
        if (known is null || time.GetUtcNow() - known.ReadAt > AgeMax)
        {
            known = new(await RecordsAsync(account, cancellationToken), time.GetUtcNow(), DateTimeOffset.MinValue);
            _known.Keep(account, known, known.ReadAt);
        }

        var unknown = ids.Where(id => !known.Names.ContainsKey(id)).ToList();
        if (unknown.Count == 0 || (time.GetUtcNow() < known.AskAgainAt && (!known.HasAnswered || unknown.TrueForAll(known.Unknown.Contains))))
        {
            return known.Names;
        }

        // A label that was not there a moment ago may be new: only one that Gmail does not have is not asked for again at once.
        var asked = await AskAsync(account, cancellationToken);
        var names = asked ?? known.Names;
        known = known with
        {
            Names = names,
            AskAgainAt = time.GetUtcNow() + AskAgainAfter,
            HasAnswered = asked is not null,
            Unknown = unknown.Where(id => !names.ContainsKey(id)).Take(UnknownMax).ToFrozenSet(StringComparer.Ordinal),
        };
        _known.Keep(account, known, known.ReadAt);
        return known.Names;
    }

    private async Task<FrozenDictionary<string, string>> RecordsAsync(ProviderAccount account, CancellationToken cancellationToken)
    {
        Dictionary<string, string> names = [];
        foreach (var model in Models)
        {
            try
            {
                await ReadAsync(account, model, names, cancellationToken);
            }
            catch (NangoException)
            {
                // Gmail itself is asked next.
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private async Task ReadAsync(ProviderAccount account, string model, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var query = new RecordsQuery(account.ProviderConfigKey, account.ConnectionId, model, Variant: null, Cursor: null, ModifiedAfter: null, PageSize);
        for (var read = 0; read < PagesMax; read++)
        {
            var page = await nango.ListRecordsAsync(query, cancellationToken);
            foreach (var record in page.Records)
            {
                if (record.Action == RecordAction.Deleted || record.Body.Text("name") is not { Length: > 0 } name)
                {
                    names.Remove(record.Id);
                }
                else
                {
                    names[record.Id] = name;
                }
            }

            if (page.NextCursor is null)
            {
                return;
            }

            query = query with { Cursor = page.NextCursor };
        }
    }

    /// <summary>All labels as Gmail has them now; null if it does not say so in time.</summary>
    private async Task<FrozenDictionary<string, string>?> AskAsync(ProviderAccount account, CancellationToken cancellationToken)
    {
        var answer = await gmail.GetInTimeAsync(account, GmailCalls.Labels, AnswerTime, time, cancellationToken);
        return answer is { Failure: null, Body: var labels } ? Read(labels) : null;
    }

    private static FrozenDictionary<string, string> Read(JsonElement answer)
    {
        Dictionary<string, string> names = [];
        foreach (var label in answer.Elements("labels"))
        {
            if (label.Text("id") is { Length: > 0 } id && label.Text("name") is { Length: > 0 } name)
            {
                names[id] = name;
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What is known of a mailbox's labels.</summary>
    private sealed record Known(FrozenDictionary<string, string> Names, DateTimeOffset ReadAt, DateTimeOffset AskAgainAt)
    {
        /// <summary>Whether Gmail answered when it was asked last.</summary>
        public bool HasAnswered { get; init; }

        /// <summary>Labels that Gmail did not have then.</summary>
        public FrozenSet<string> Unknown { get; init; } = [];
    }
}
