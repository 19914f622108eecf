using System.Text.Json;
using System.Text.Json.Serialization;
using Cortex.Items;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Units;

namespace Cortex.Connections;

/// <summary>Gathers the fates of one delivery. Pure.</summary>
/// <remarks>
/// A read of many pages keeps each page's lines as it goes on (<see cref="TakePage"/>), and all of them in the end. Of items that are too old only <see cref="OldEntriesMax"/> are listed, the others counted: a first sync brings a whole mailbox. Past <see cref="EntriesMax"/> lines everything but runs is counted, too,
/// and past <see cref="RunEntriesMax"/> runs as well, so that a delivery's row stays small; every item and automation is still in exactly one line.
/// </remarks>
internal sealed class FateBook
{
    /// <summary>Lines that name an item.</summary>
    public const int EntriesMax = 2_000;

    /// <summary>Lines that name a run; the others are found by their delivery in the runs.</summary>
    public const int RunEntriesMax = 10_000;

    /// <summary>Lines that name an item which is too old.</summary>
    public const int OldEntriesMax = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly List<FateEntry> _entries;
    private readonly Dictionary<(string Unit, string Happening, string Fate), FateEntry> _counted = [];
    private readonly List<FateEntry> _pageEntries = [];
    private readonly Dictionary<(string Unit, string Happening, string Fate), FateEntry> _pageCounted = [];

    private int _old;
    private int _runs;

    private FateBook(List<FateEntry> entries) => _entries = entries;

    /// <summary>Pages that were kept.</summary>
    public int Pages { get; private set; }

    /// <summary>Goes on with the fates that were kept before an interruption, or begins again.</summary>
    public static FateBook Open(IReadOnlyList<string> pages)
    {
        var book = new FateBook([]) { Pages = pages.Count };
        foreach (var entry in pages.SelectMany(page => JsonSerializer.Deserialize<List<FateEntry>>(page, Json)!))
        {
            book.Put(entry);
        }

        book.ClearPage();
        return book;
    }

    /// <summary>How many runs were caused.</summary>
    public int Runs => _runs + (int)_counted.Values.Where(IsRun).Sum(e => e.Count);

    public bool IsEmpty => _entries.Count + _counted.Count == 0;

    public void Add(Item item, UnitRoute unit, Fate fate) => Put(new(
        item.RecordId, item.Happening, unit.Id.ToString(), unit.Name, FateWord.Of(fate.Kind), fate.Run?.ToString(), fate.Reason, fate.Condition, fate.Saw, 1, ItemTitle.Of(item)));

    /// <summary>What was added since the last page, to be kept as the next one.</summary>
    public FatePage TakePage(DeliveryId id)
    {
        var page = new FatePage(id, Pages++, JsonSerializer.Serialize(_pageEntries.Concat(_pageCounted.Values), Json));
        ClearPage();
        return page;
    }

    public string ToJson() => JsonSerializer.Serialize(_entries.Concat(_counted.Values), Json);

    /// <summary>The one word for the whole delivery: the most telling fate in it, in the order of <see cref="FateWord.Telling"/>.</summary>
    public string Outcome =>
        FateWord.Telling.FirstOrDefault(word => _entries.Exists(e => e.Fate == word) || _counted.Values.Any(e => e.Fate == word)) ?? FateWord.Of(FateKind.Ignored);

    /// <summary>What the fates come to, to be kept beside them.</summary>
    public FateDigest Digest
    {
        get
        {
            var counts = _entries.Concat(_counted.Values).GroupBy(e => e.Fate).ToDictionary(g => g.Key, g => g.Sum(e => e.Count));
            var runs = _entries.Where(e => IsRun(e) && e.RunId is not null).Select(e => RunId.Parse(e.RunId!));
            return new(_entries.FirstOrDefault(e => e.Title is not null)?.Title, JsonSerializer.Serialize(counts, Json), [.. runs]);
        }
    }

    private void ClearPage()
    {
        _pageEntries.Clear();
        _pageCounted.Clear();
    }

    private void Put(FateEntry entry)
    {
        if (entry.ItemId is not null && HasRoomFor(entry))
        {
            _entries.Add(entry);
            _pageEntries.Add(entry);
            _old += IsOld(entry) ? 1 : 0;
            _runs += IsRun(entry) ? 1 : 0;
            return;
        }

        Count(_counted, entry);
        Count(_pageCounted, entry);
    }

    private static void Count(Dictionary<(string Unit, string Happening, string Fate), FateEntry> lines, FateEntry entry)
    {
        var key = (entry.UnitId, entry.Happening, entry.Fate);
        var before = lines.TryGetValue(key, out var counted) ? counted.Count : 0;
        lines[key] = entry with { ItemId = null, Title = null, Condition = null, Saw = null, RunId = null, Count = before + entry.Count };
    }

    private bool HasRoomFor(FateEntry entry) =>
        IsRun(entry) ? _runs < RunEntriesMax : entry.RunId is not null || (_entries.Count < EntriesMax && !(IsOld(entry) && _old >= OldEntriesMax));

    private static bool IsRun(FateEntry entry) => entry.Fate == FateWord.Of(FateKind.Ran);

    private static bool IsOld(FateEntry entry) => entry.Fate == FateWord.Of(FateKind.TooOld);
}
