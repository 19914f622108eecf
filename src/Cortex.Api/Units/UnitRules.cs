using Cortex.Api.Problems;

namespace Cortex.Api.Units;

/// <summary>What is asked of a unit's fields before the cluster is bothered; what a prompt may say is the compiler's business.</summary>
internal static class UnitRules
{
    public const int NameLengthMax = 200;
    public const int KeyLengthMax = 255;

    private const string BuiltinReader = "builtin";

    public static string Name(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= NameLengthMax && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new InvalidRequestException($"name must have 1 to {NameLengthMax} characters and no line breaks.");
    }

    /// <summary>The prompt, or the three fields of a form put into the wording of one.</summary>
    public static string Prompt(CreateUnitRequest request) => request switch
    {
        { Prompt: { } prompt, When: null, If: null, Then: null } => prompt,
        { Prompt: null, When: { } when, If: { } condition, Then: { } then } => $"when: {when} if: {condition} then: {then}",
        { Prompt: null, When: { } when, Then: { } then } => $"when: {when} then: {then}",
        _ => throw new InvalidRequestException("Give either prompt, or when and then (and if)."),
    };

    /// <summary>Whether only the built-in compiler is to read.</summary>
    public static bool IsAtOnce(string? reader) => reader switch
    {
        null => false,
        BuiltinReader => true,
        _ => throw new InvalidRequestException($"reader must be {BuiltinReader}, or left out."),
    };

    public static string? Key(string? idempotencyKey) => idempotencyKey is null or { Length: > 0 and <= KeyLengthMax }
        ? idempotencyKey
        : throw new InvalidRequestException($"Idempotency-Key must have 1 to {KeyLengthMax} characters.");
}
