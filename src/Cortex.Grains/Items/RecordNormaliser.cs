using Cortex.Nango;

namespace Cortex.Items;

/// <summary>Brings a provider's record into this system's own shape, whichever generation of sync brought it.</summary>
internal static class RecordNormaliser
{
    /// <summary>Whether records of this model are understood; those of others need not be fetched.</summary>
    public static bool Knows(string provider, string model) => ProviderItems.OfModel(provider, model) is not null;

    /// <summary>Normalises a record; null if its model is none that Cortex reads. Never throws, whatever the record holds.</summary>
    public static NormalisedRecord? Normalise(string provider, string model, NangoRecord record) =>
        ProviderItems.OfModel(provider, model)?.Normalise(model, record with { Body = WellFormedJson.Repair(record.Body) });
}
