using System.Text.Json;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>Reads a file of labelled prompts: JSON, one a line.</summary>
internal static class LabelledPromptReader
{
    /// <summary>The difficulty and the form of a prompt that is asked about.</summary>
    private const string Asked = "asked";

    /// <exception cref="InvalidDataException">A line is not a labelled prompt, or its id was there before.</exception>
    public static IReadOnlyList<LabelledPrompt> ReadFile(string path)
    {
        var prompts = File.ReadLines(path)
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(l => !string.IsNullOrWhiteSpace(l.Line))
            .Select(l => ReadLine(l.Line, $"{path}:{l.Number}"))
            .ToList();
        return prompts.GroupBy(p => p.Id).FirstOrDefault(g => g.Count() > 1) is { } twice ? throw new InvalidDataException($"{path}: {twice.Key} is there twice.") : prompts;
    }

    private static LabelledPrompt ReadLine(string line, string at)
    {
        try
        {
            return Read(JsonElement.Parse(line));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{at}: not JSON: {exception.Message}", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{at}: {exception.Message}", exception);
        }
    }

    public static LabelledPrompt Read(JsonElement line)
    {
        var expect = line.Member("expect");
        if (expect.IsMissing() && line.Has("codes"))
        {
            return new(Required(line, "id"), Required(line, "prompt"), Asked, Asked, new Expectation.IsAsked(line.Member("codes").Texts()));
        }

        return new(
            Required(line, "id"),
            Required(line, "prompt"),
            Required(line, "difficulty"),
            Required(line, "form"),
            line.Member("valid").ValueKind == JsonValueKind.True ? ReadProgram(expect, line.Member("items")) : ReadRefusal(expect));
    }

    private static string Required(JsonElement element, string name) => element.Member(name).Text() ?? throw new InvalidDataException($"\"{name}\" is missing.");

    private static Expectation.Compiles ReadProgram(JsonElement expect, JsonElement items)
    {
        Required(expect, "trigger");
        return new(FlatProgramReader.Read(expect), ReadTolerance(expect.Member("accept")), [.. items.Elements().Select(ReadItem)]);
    }

    private static LabelledItem ReadItem(JsonElement item) => new(
        item.Has("item") ? item.Member("item") : throw new InvalidDataException("\"item\" is missing."),
        item.Has("before") ? item.Member("before") : null,
        Flag(item.Member("means")),
        Flag(item.Member("fires")) ?? throw new InvalidDataException("\"fires\" is missing."),
        item.Has("runs") ? item.Member("runs").Elements().Select(index => index.GetInt32()).ToHashSet() : null);

    private static bool? Flag(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static Expectation.IsRefused ReadRefusal(JsonElement expect)
    {
        var code = Required(expect, "error");
        var codes = expect.Member("accept_errors").Texts().Append(code).ToHashSet(StringComparer.Ordinal);
        return new(code, codes, expect.Has("or_program") ? ReadProgram(expect.Member("or_program"), items: default) : null);
    }

    private static Tolerance ReadTolerance(JsonElement accept) => new(
        accept.Member("trigger").Texts(),
        [.. accept.Member("conditions").Elements().Select(FlatProgramReader.ReadConditions)],
        ByField(accept.Member("ops")),
        ByField(accept.Member("values")),
        accept.Member("tools").Texts(),
        accept.Member("extra_tools").Texts(),
        FlatProgramReader.ReadConditions(accept.Member("extra_conditions")),
        accept.Member("errors").Texts());

    private static Dictionary<string, IReadOnlySet<string>> ByField(JsonElement fields) =>
        fields.Members().ToDictionary(field => field.Name, field => field.Value.Texts(), StringComparer.Ordinal);
}
