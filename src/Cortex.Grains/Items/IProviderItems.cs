using Cortex.Nango;

namespace Cortex.Items;

/// <summary>What one provider's records mean. Pure and stateless; every implementation in this assembly is found by itself.</summary>
internal interface IProviderItems
{
    /// <summary>One of <see cref="Providers"/>.</summary>
    string Provider { get; }

    /// <summary>The models that it reads, of current syncs and of legacy ones.</summary>
    IReadOnlyCollection<string> Models { get; }

    /// <summary>The kinds of item that it makes; no two providers make the same.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>The happenings that its records can bring: those that <see cref="HappeningsOf"/> finds, and those that come by the clock (<see cref="NormalisedRecord.StartsAt"/>).</summary>
    IReadOnlyCollection<string> Events { get; }

    /// <summary>Brings a record of one of its models into the common shape; null if this one is of a kind that Cortex does not read. Never throws, whatever the record holds.</summary>
    NormalisedRecord? Normalise(string model, NangoRecord record);

    /// <summary>The happenings that this change amounts to.</summary>
    IReadOnlyList<Happening> HappeningsOf(RecordChange change);

    /// <summary>What is known of a record that was deleted: a deletion brings the id alone.</summary>
    /// <param name="previousJson">The fields as they were seen last.</param>
    string AfterDeletion(string previousJson) => previousJson;
}
