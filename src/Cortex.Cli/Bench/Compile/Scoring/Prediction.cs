using System.Text.Json;
using Cortex.Programs;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>What a compiler made of a prompt: a program, the code of a refusal, or neither where it gave no answer.</summary>
/// <param name="Id">The prompt's.</param>
/// <param name="Program">The program.</param>
/// <param name="Error">The code of the refusal.</param>
/// <param name="Words">What the user is told: the explanation, or the sentence of the refusal; null where the prediction came from elsewhere.</param>
internal sealed record Prediction(string Id, JsonElement? Program, string? Error, string? Words = null)
{
    /// <summary>What the refusal suggests.</summary>
    public IReadOnlyList<SuggestedProgram> Suggested { get; init; } = [];

    /// <summary>The program as it is run; null where there is none, or it is written in a form that Cortex does not run.</summary>
    public CortexProgram? Typed { get; } = Program is { } program ? Parse(program) : null;

    /// <summary>Reads a file of predictions: <c>{"id", "program"}</c> or <c>{"id", "error"}</c>, one a line.</summary>
    public static IReadOnlyDictionary<string, Prediction> ReadFile(string path) => File.ReadLines(path)
        .Where(line => !string.IsNullOrWhiteSpace(line))
        .Select(line => JsonElement.Parse(line))
        .Select(line => new Prediction(line.Member("id").Text() ?? "", line.Has("program") ? line.Member("program") : null, line.Member("error").Text()))
        .ToDictionary(prediction => prediction.Id, StringComparer.Ordinal);

    public string ToJsonLine() => Program is { } program
        ? JsonSerializer.Serialize(new { id = Id, program })
        : JsonSerializer.Serialize(new { id = Id, error = Error });

    private static CortexProgram? Parse(JsonElement program)
    {
        try
        {
            return ProgramJson.Parse(program.GetRawText());
        }
        catch (ProgramFormatException)
        {
            return null;
        }
    }
}
