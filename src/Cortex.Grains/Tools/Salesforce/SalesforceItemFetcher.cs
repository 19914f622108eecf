using Cortex.Items;

namespace Cortex.Tools.Salesforce;

/// <summary>Reads what a sync does not bring of a record: its owner's name, most of a lead. Of a record that is gone nothing more is known, which is no failure.</summary>
internal sealed class SalesforceItemFetcher(SalesforceReading reading) : IItemFetcher
{
    public string Provider => Providers.Salesforce;

    public async Task<FetchedItem> FetchAsync(ProviderAccount account, Item item, CancellationToken cancellationToken)
    {
        var missing = item.Missing ?? [];
        if (SalesforceObjects.OfKind(item.Kind) is not { } kind || kind.Fields.Where(field => missing.Contains(field.Name)).ToArray() is not { Length: > 0 } fields
            || !SalesforceId.IsId(item.RecordId))
        {
            return new(item.FieldsJson, null);
        }

        var (found, failure) = await reading.ReadAsync(account, kind.Name, item.RecordId, fields.Select(field => field.Query), cancellationToken);
        if (failure is not null)
        {
            return new(null, failure);
        }

        return new(found is { } record ? SalesforceRecord.Read(kind, item.RecordId, record).AddTo(item.FieldsJson, missing) : item.FieldsJson, null);
    }
}
