using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cortex.Model;

/// <summary>What the body of a refused request says. Written by the other side: none of it is shown to users.</summary>
/// <param name="Code">Its code, such as <c>json_validate_failed</c>; empty if it has none.</param>
/// <param name="Message">Its sentence; empty if it has none.</param>
/// <param name="FailedGeneration">What the model had written, if the service did not accept that.</param>
internal sealed partial record ModelError(string Code, string Message, string? FailedGeneration)
{
    /// <summary>The code of a model that did not keep to the schema.</summary>
    public const string Malformed = "json_validate_failed";

    private static readonly ModelError None = new(string.Empty, string.Empty, null);

    /// <summary>Whether a limit of the day was reached, and not one of the minute.</summary>
    public bool IsOfTheDay => Message.Contains("per day", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tokens that the account may use in a minute and those that the question needed, as a 413 names them.</summary>
    public (long Limit, long Requested)? TokensPerMinute => LimitAndRequested().Match(Message) is { Success: true } match
        && long.TryParse(match.Groups["limit"].ValueSpan, out var limit) && long.TryParse(match.Groups["requested"].ValueSpan, out var requested)
            ? (limit, requested)
            : null;

    /// <summary>Reads a body of whatever form.</summary>
    public static ModelError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return WellFormedJson.Repair(document.RootElement).ObjectAt("error") is { } error
                ? new(error.Text("code") ?? string.Empty, error.Text("message") ?? string.Empty, error.Text("failed_generation"))
                : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    [GeneratedRegex(@"Limit (?<limit>\d{1,12}),.*?Requested ~?(?<requested>\d{1,12})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex LimitAndRequested();
}
