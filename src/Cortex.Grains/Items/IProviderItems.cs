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

    /// <summary>The events that <see cref="HappeningsOf"/> can find.</summary>
    IReadOnlyCollection<string> Events { get; }

    /// <summary>Brings a record of one of its models into the common shape. Never throws, whatever the record holds.</summary>
    NormalisedRecord Normalise(string model, NangoRecord record);

    /// <summary>The events that this state of the record amounts to.</summary>
    /// <param name="current">What <see cref="Normalise"/> made of the record.</param>
    /// <param name="record">The record.</param>
    /// <param name="seenBefore">Whether an earlier state of it has been read.</param>
    IReadOnlyList<Happening> HappeningsOf(NormalisedRecord current, NangoRecord record, bool seenBefore);
}
