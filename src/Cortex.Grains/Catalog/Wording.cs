using Cortex.Programs;

namespace Cortex.Catalog;

/// <summary>A way in which people say a comparison.</summary>
/// <param name="Phrase">In the notation of <see cref="ProviderCatalog"/>; <c>{value}</c> is the literal, absent for a yes/no.</param>
/// <param name="Op">What is meant.</param>
/// <param name="Negated">Whether its contrary is meant.</param>
internal sealed record Wording(string Phrase, Operator Op, bool Negated = false)
{
    /// <summary>Whether it leaves open how it compares: "with subject X" looks into a text, and "with priority X" names one of a few values.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Whether all of several values are meant, and not any: "contains "a" and "b"".</summary>
    public bool IsOfAll { get; init; }

    /// <summary>Whether the last of two values must not be there: "contains "a" but not "b"".</summary>
    public bool ExceptsLast { get; init; }

    /// <summary>Whether it says that it has just come to that: "rises above".</summary>
    public bool Edge { get; init; }

    /// <summary>Whether it says what is so, and where no event is named what has just been done: "is filled in".</summary>
    public bool MayHappen { get; init; }
}
