using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cortex.Sandbox.Model;

/// <summary>What the next prompt that contains the given text is answered.</summary>
/// <param name="Match">The text.</param>
/// <param name="Reply">The answer: a text, or JSON that becomes the text. May be empty, as a model's is that has used up its tokens for thinking.</param>
/// <param name="FinishReason"><c>stop</c>, or <c>length</c> for an answer that is cut.</param>
/// <param name="Fault">One of <see cref="ModelFaults"/>, in the place of an answer.</param>
/// <param name="DelayMs">How long the model takes.</param>
internal sealed record ModelReply(string Match, JsonNode? Reply = null, string FinishReason = ModelReply.Stop, string? Fault = null, int DelayMs = 0)
{
    public const string Stop = "stop";
    public const string Length = "length";
    public const int DelayMsMax = 600_000;

    /// <summary>What is wrong with it; null if nothing is.</summary>
    [JsonIgnore]
    public string? Flaw => this switch
    {
        { Fault: null, Reply: null } => "A reply needs reply, or fault.",
        { Fault: { } fault } when !ModelFaults.Names.Contains(fault) => $"fault must be one of {string.Join(", ", ModelFaults.Names)}.",
        { Fault: { } fault, Reply: not null } when fault != ModelFaults.Malformed => "Only the fault malformed has a reply: what the model had written.",
        { FinishReason: not (Stop or Length) } => "finishReason must be stop or length.",
        { DelayMs: < 0 or > DelayMsMax } => $"delayMs must be 0 to {DelayMsMax}.",
        _ => null,
    };

    /// <summary>The reply as a text.</summary>
    [JsonIgnore]
    public string Text => Reply switch
    {
        null => string.Empty,
        JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String => text.GetValue<string>(),
        _ => Json.SandboxJson.Text(Reply),
    };
}
