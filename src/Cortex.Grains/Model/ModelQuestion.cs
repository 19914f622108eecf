using System.Text.Json;

namespace Cortex.Model;

/// <summary>One question.</summary>
/// <param name="Purpose">For metrics and usage: <c>compile</c>, <c>condition</c>, <c>ai.summarize</c> …; one word, no user data.</param>
/// <param name="Instructions">What the model is to do: ours alone, the same for every user, so that its prefix can be cached.</param>
/// <param name="DataJson">The user's and third parties' texts: one JSON value, sent apart from the instructions, never part of them.</param>
/// <param name="SchemaName">Names the schema: letters, digits, underscores.</param>
/// <param name="Schema">JSON schema of the answer, in the strict form (all properties required, no additional ones).</param>
/// <param name="OutputTokensMax">The most tokens of an answer. The account is charged with them before there is an answer.</param>
/// <param name="Timeout">For the whole question.</param>
/// <param name="Priority">Whom it serves.</param>
internal sealed record ModelQuestion(
    string Purpose,
    string Instructions,
    string DataJson,
    string SchemaName,
    JsonElement Schema,
    int OutputTokensMax,
    TimeSpan Timeout,
    ModelPriority Priority = ModelPriority.Run)
{
    /// <summary>About what the account is charged with: the question, its schema, and the longest answer.</summary>
    public int Tokens => ModelTokens.In(Instructions) + ModelTokens.In(DataJson) + ModelTokens.In(Schema.GetRawText()) + OutputTokensMax;
}
