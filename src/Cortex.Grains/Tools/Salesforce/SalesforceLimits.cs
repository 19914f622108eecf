using System.Collections.Frozen;
using Cortex.Items;

namespace Cortex.Tools.Salesforce;

/// <summary>How much goes into a record. (Salesforce, Object Reference: lengths of standard fields.)</summary>
internal static class SalesforceLimits
{
    /// <summary>Characters of a value that is looked for: no field that a query can compare is longer.</summary>
    public const int SoughtLengthMax = 255;

    /// <summary>Characters of any other text: the longest that a field can hold.</summary>
    private const int TextLengthMax = 131_072;

    private const int ShownLengthMax = 80;

    /// <summary>Fields that take words, such as an email's subject: cut at their end rather than refused.</summary>
    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>
    {
        ["Subject"] = 255,
        ["Company"] = 255,
        ["LastName"] = 80,
        ["FirstName"] = 40,
        ["Opportunity.Name"] = 120,
        ["Account.Name"] = 255,
        ["Note.Title"] = 80,
        ["Title"] = 128,
        ["Description"] = 32_000,
        ["Body"] = 32_000,
    }.ToFrozenDictionary();

    /// <summary>A text as a field takes it.</summary>
    public static string Fit(string record, string field, string text)
    {
        var lengthMax = Words.TryGetValue($"{record}.{field}", out var own) || Words.TryGetValue(field, out own) ? own : TextLengthMax;
        return TextCut.To(ItemText.Clean(text, TextLengthMax), lengthMax);
    }

    /// <summary>A value as it may stand in a sentence.</summary>
    public static string Shown(string value) => TextCut.To(ItemText.CleanLine(value, TextLengthMax), ShownLengthMax);
}
