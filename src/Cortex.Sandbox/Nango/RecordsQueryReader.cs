using System.Globalization;
using System.Text.RegularExpressions;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

/// <summary>Checks the query of GET /records as strictly as Nango does.</summary>
internal sealed partial class RecordsQueryReader(IQueryCollection query, TimeProvider time)
{
    private const int LimitDefault = 100;
    private const int LimitMax = 10_000;
    private const int CursorCharsMax = 1_000;
    private const int IdsMax = 100;
    private const int IdCharsMax = 256;
    private static readonly TimeSpan ModifiedAfterAgeMax = TimeSpan.FromDays(365);

    private readonly List<NangoFault> faults =
        [.. QueryFaults.Unknown(query, "model", "variant", "cursor", "limit", "modified_after", "delta", "filter", "ids")];

    public IReadOnlyList<NangoFault> Faults => faults;

    public RecordsRequest Read()
    {
        var cursor = Text("cursor", text => text.Length is > 0 and <= CursorCharsMax, "Invalid cursor");
        var filter = Text("filter", text => RecordFilter.TryParse(text) is not null, "Invalid filter");
        return new RecordsRequest(
            Model(),
            Text("variant", text => Variant().IsMatch(text), "Invalid variant") ?? "base",
            cursor,
            ModifiedAfter("modified_after") ?? ModifiedAfter("delta"),
            Limit(),
            filter is null ? new RecordFilter(new HashSet<RecordAction>()) : RecordFilter.TryParse(filter)!,
            Ids());
    }

    private string Model()
    {
        if (query.ContainsKey("model"))
        {
            return Text("model", ModelName.IsValid, "Invalid model") ?? "";
        }

        faults.Add(new NangoFault("invalid_type", "Invalid input: expected string, received undefined", ["model"]));
        return "";
    }

    private int Limit()
    {
        var text = Text("limit", IsLimit, $"Invalid input: expected number from 1 to {LimitMax}");
        return text is null ? LimitDefault : int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static bool IsLimit(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LimitMax;

    private DateTimeOffset? ModifiedAfter(string name)
    {
        if (Text(name, text => UtcInstant().IsMatch(text) && TryParse(text, out _), "Invalid ISO datetime") is not { } text)
        {
            return null;
        }

        _ = TryParse(text, out var instant);
        if (time.GetUtcNow() - instant <= ModifiedAfterAgeMax)
        {
            return instant;
        }

        faults.Add(new NangoFault("custom", "modified_after must lie within the last 365 days", [name]));
        return null;
    }

    private static bool TryParse(string text, out DateTimeOffset instant)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private HashSet<string> Ids()
    {
        var ids = query["ids"];
        if (ids.Count > IdsMax)
        {
            faults.Add(new NangoFault("too_big", $"Too big: expected array to have <={IdsMax} items", ["ids"]));
        }

        if (ids.Any(id => id is null or { Length: 0 or > IdCharsMax }))
        {
            faults.Add(new NangoFault("invalid_string", $"Invalid id: 1 to {IdCharsMax} characters", ["ids"]));
        }

        return ids.OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private string? Text(string name, Func<string, bool> isValid, string message)
    {
        if (QueryFaults.Single(query, name, faults) is not { } text || isValid(text))
        {
            return QueryFaults.Single(query, name, []);
        }

        faults.Add(new NangoFault("invalid_format", message, [name]));
        return null;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex Variant();

    /// <summary>A date and time that ends in Z: the offset form is refused, even +00:00.</summary>
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$")]
    private static partial Regex UtcInstant();
}
