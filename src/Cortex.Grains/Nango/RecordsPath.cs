using System.Globalization;

namespace Cortex.Nango;

/// <summary>Writes the query of GET /records, which Nango checks strictly: one parameter too many, or a time in another form, is a 400.</summary>
internal static class RecordsPath
{
    /// <summary>Nango takes nothing older; a minute less, for its clock may be ahead of ours.</summary>
    private static readonly TimeSpan ModifiedAfterAgeMax = TimeSpan.FromDays(365) - TimeSpan.FromMinutes(1);

    public static string Of(RecordsQuery query, int limit, DateTimeOffset now)
    {
        var path = ProviderPath.Of("records").With("model", query.Model);
        if (query.Variant is not (null or "" or "base"))
        {
            path = path.With("variant", query.Variant);
        }

        if (query.Cursor is not null)
        {
            path = path.With("cursor", query.Cursor);
        }

        if (query.ModifiedAfter is { } after && after >= now - ModifiedAfterAgeMax)
        {
            path = path.With("modified_after", after.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }

        return path.With("limit", limit.ToString(CultureInfo.InvariantCulture)).ToString();
    }
}
