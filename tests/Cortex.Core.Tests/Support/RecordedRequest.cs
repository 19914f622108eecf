using System.Text.Json;

namespace Cortex.Core.Tests.Support;

/// <summary>One request as it came over the wire.</summary>
public sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
