namespace Cortex.Tools.Salesforce;

/// <summary>Ids of records: 15 characters, or the same and three that check them.</summary>
internal static class SalesforceId
{
    public static bool IsId(string? text) => text is { Length: 15 or 18 } && text.All(char.IsAsciiLetterOrDigit);
}
