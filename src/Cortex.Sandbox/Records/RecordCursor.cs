using System.Globalization;
using System.Text;

namespace Cortex.Sandbox.Records;

/// <summary>A place in the order of a model's records: the base64 of the time stamp and the internal id.</summary>
internal sealed record RecordCursor(DateTimeOffset LastModifiedAt, string InternalId)
{
    private const string Separator = "||";

    public static RecordCursor? TryParse(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var written))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, written).Split(Separator);
        return parts.Length == 2
            && Guid.TryParse(parts[1], out _)
            && DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new RecordCursor(instant, parts[1])
            : null;
    }

    public bool IsBefore(StoredRecord record)
        => record.LastModifiedAt > LastModifiedAt
            || (record.LastModifiedAt == LastModifiedAt
                && string.CompareOrdinal(record.InternalId.ToString(), InternalId) > 0);

    public override string ToString()
        => Convert.ToBase64String(Encoding.UTF8.GetBytes(RecordTime.Stamp(LastModifiedAt) + Separator + InternalId));
}
