namespace Cortex.Catalog;

/// <summary>Industries as Salesforce lists them, but for "Other".</summary>
internal static class Industries
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "Agriculture", "Apparel", "Banking", "Biotechnology", "Chemicals", "Communications", "Construction", "Consulting", "Education", "Electronics", "Energy", "Engineering", "Entertainment", "Environmental", "Finance", "Food & Beverage", "Government", "Healthcare",
        "Hospitality", "Insurance", "Machinery", "Manufacturing", "Media", "Not For Profit", "Recreation", "Retail", "Shipping", "Technology", "Telecommunications", "Transportation", "Utilities",
    ];
}
