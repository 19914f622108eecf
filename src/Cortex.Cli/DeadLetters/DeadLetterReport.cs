using System.Globalization;
using Cortex.Storage.DeadLetters;

namespace Cortex.Cli.DeadLetters;

/// <summary>What was given up, of all users: how much for which reason, and the newest of it one by one.</summary>
internal sealed record DeadLetterReport(IReadOnlyList<DeadLetterCount> Counts, IReadOnlyList<DeadLetterRow> Newest)
{
    /// <summary>How many are shown one by one.</summary>
    public const int NewestMax = 50;

    /// <summary>Characters of a sentence that fit a line.</summary>
    private const int SentenceMax = 100;

    public static async Task<DeadLetterReport> ReadAsync(DeadLetterStore letters, string? reason, CancellationToken cancellationToken) => new(
        [.. (await letters.CountAsync(cancellationToken)).Where(count => reason is null || count.Reason == reason)],
        await letters.ListAsync(user: null, new(NewestMax, null), new(Reason: reason), cancellationToken));

    /// <summary>For people.</summary>
    public async Task WriteTableAsync(TextWriter writer)
    {
        if (Counts.Count == 0)
        {
            await writer.WriteLineAsync("nothing was given up");
            return;
        }

        await writer.WriteLineAsync($"{"kind",-6} {"reason",-18} {"count",8}  {"oldest",-20}  newest");
        foreach (var count in Counts)
        {
            await writer.WriteLineAsync($"{count.Kind,-6} {count.Reason,-18} {count.Count,8}  {Time(count.Oldest),-20}  {Time(count.Newest)}");
        }

        await writer.WriteLineAsync();
        await writer.WriteLineAsync($"the newest {Newest.Count} of {Counts.Sum(count => count.Count)}:");
        foreach (var row in Newest)
        {
            await writer.WriteLineAsync($"{row.PublicId}  {row.Reason,-18} {Time(row.GivenUpAt)}  {row.User?.Value ?? "(nobody's)"}  {Line(row.Sentence)}");
        }
    }

    /// <summary>For programs: one object a line, first the counts.</summary>
    public IEnumerable<object> Lines() =>
    [
        .. Counts.Select(object (count) => new { kind = count.Kind, reason = count.Reason, count = count.Count, oldest = count.Oldest.UtcDateTime, newest = count.Newest.UtcDateTime }),
        .. Newest.Select(object (row) => new
        {
            id = row.PublicId, kind = row.Kind, reason = row.Reason, userId = row.User?.Value, unitId = row.Unit?.ToString(), connectionId = row.ConnectionId, error = row.Sentence,
            mayHaveHappened = row.MayHaveHappened, givenUpAt = row.GivenUpAt.UtcDateTime,
        }),
    ];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Line(string? sentence)
    {
        var line = string.Join(' ', (sentence ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= SentenceMax ? line : $"{line[..SentenceMax]}…";
    }
}
