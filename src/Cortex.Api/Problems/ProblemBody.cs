using System.Text.Json.Serialization;
using Cortex.Api.Units;

namespace Cortex.Api.Problems;

/// <summary>What every refusal looks like (RFC 9457, <c>application/problem+json</c>).</summary>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">The same as <paramref name="Error"/>, for clients that know only RFC 9457.</param>
/// <param name="Error">One sentence for the user: what is wrong and the way out.</param>
/// <param name="Code">Why a prompt does not become an automation; absent otherwise.</param>
/// <param name="At">Where in the prompt: <c>start</c>, counted from 0, and <c>length</c>, in UTF-16 units; absent when it is about the whole.</param>
/// <param name="Understood">Of a prompt that does not compile, or not now as the language model cannot be asked, the parts that have their place in a program; absent otherwise.</param>
/// <param name="LeftOver">Of a prompt that does not compile, the parts that have none; absent otherwise.</param>
/// <param name="Suggestions">Up to three other wordings of a prompt that does not compile, or the two ways to read one, which do; absent otherwise.</param>
/// <param name="Question">The one thing that a prompt leaves open: <c>insert</c> is the prompt with <c>{answer}</c> where the answer goes; absent otherwise.</param>
/// <param name="Danger">With the code <c>needs_confirmation</c>, what the program could hurt; absent otherwise.</param>
/// <param name="ProgramHash">With the code <c>needs_confirmation</c>, what to send with the same request to confirm; absent otherwise.</param>
/// <param name="TraceId">Finds the log lines of this request.</param>
internal sealed record ProblemBody(
    string Title,
    int Status,
    string Detail,
    string Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TextRange? At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<UnderstoodBody>? Understood,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TextRange>? LeftOver,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SuggestionBody>? Suggestions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PromptQuestion? Question,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DangerBody? Danger,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProgramHash,
    string TraceId);
