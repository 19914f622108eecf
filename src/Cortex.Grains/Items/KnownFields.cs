using System.Text.Json.Nodes;

namespace Cortex.Items;

/// <summary>Keeps what is known of a record from before where its new state does not say it.</summary>
internal static class KnownFields
{
    /// <summary>
    /// The record with the last known values of its <see cref="NormalisedRecord.Missing"/> fields, which stay missing: two models may bring the same record,
    /// and what only one of them has must not look emptied by the other.
    /// </summary>
    public static NormalisedRecord Keep(NormalisedRecord record, string previousJson)
    {
        if (record.Missing.Count == 0)
        {
            return record;
        }

        var (fields, previous) = (JsonNode.Parse(record.FieldsJson)!.AsObject(), JsonNode.Parse(previousJson)!.AsObject());
        foreach (var name in record.Missing)
        {
            if (previous.Remove(name, out var known))
            {
                fields[name] = known;
            }
        }

        return record with { FieldsJson = fields.ToJsonString(ItemJson.Options) };
    }

    /// <summary>
    /// The state before, with each of these fields that it does not know as it is now: what was fetched for the first time says nothing of a change, and must not look like one.
    /// </summary>
    public static string? Before(string? previousJson, string fieldsJson, IReadOnlyList<string> names)
    {
        if (previousJson is null)
        {
            return null;
        }

        var (previous, fields) = (JsonNode.Parse(previousJson)!.AsObject(), JsonNode.Parse(fieldsJson)!.AsObject());
        foreach (var name in names.Where(name => !previous.ContainsKey(name)))
        {
            if (fields.Remove(name, out var now))
            {
                previous[name] = now;
            }
        }

        return previous.ToJsonString(ItemJson.Options);
    }
}
