using System.Globalization;

namespace Cortex.Model;

/// <summary>What can keep the model from being of use, told to operators.</summary>
internal static class ModelProblems
{
    public const string DayUsedUp = "The allowance of the language model's account for the day is used up.";

    public const string Unreachable = "The language model's service cannot be reached.";

    public static string NotFound(string model) => $"The language model's service has no model '{model}' (GROQ_MODEL).";

    public static string NotStrict(string model) => $"The model '{model}' does not keep to strict JSON schemas; set GROQ_MODEL to one that does.";

    public static string TooLarge((long Limit, long Requested)? tokens) => string.Create(
        CultureInfo.InvariantCulture,
        $"The language model's account is too small: {(tokens is var (limit, requested) ? $"it may use {limit} tokens a minute, and a question needed {requested}" : "a question needed more tokens than it may use in a minute")}.");

    /// <summary>Why a question was refused for good.</summary>
    public static string Rejected(string model, int status, ModelError? error) => status switch
    {
        401 or 403 => "The language model's service does not accept the key (GROQ_API_KEY), or not for this model.",
        404 => NotFound(model),
        400 when SpeaksOfTheFormat(error?.Message) => NotStrict(model),
        _ => string.Create(CultureInfo.InvariantCulture, $"The language model's service refused a question with status {status}."),
    };

    private static bool SpeaksOfTheFormat(string? message) =>
        message is not null
        && (message.Contains("response format", StringComparison.OrdinalIgnoreCase) || message.Contains("response_format", StringComparison.OrdinalIgnoreCase));
}
