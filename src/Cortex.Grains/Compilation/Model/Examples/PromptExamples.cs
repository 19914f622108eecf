using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation.Builtin;

namespace Cortex.Compilation.Model.Examples;

/// <summary>
/// The examples that come with Cortex. Their programs are made by the built-in reader when a model is first asked, so that they follow the catalog; one that it no longer reads is left
/// out. Ranked by the characters that they have in common with a prompt, with addresses, quotes and numbers masked.
/// </summary>
internal sealed class PromptExamples(BuiltinReader reader, CortexCatalog catalog) : IPromptExamples
{
    /// <summary>So many of the examples are refusals: what a model must not do it does not learn from programs.</summary>
    private const int Refusals = 2;

    private const string Resource = "Cortex.Compilation.Model.Examples.examples.jsonl";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lazy<(Known[] Examples, TrigramIndex Index)> _known = new(() =>
    {
        Known[] examples = [.. Load(reader, catalog)];
        return (examples, new([.. examples.Select(one => MaskedPrompt.Of(one.Example.Prompt))]));
    });

    /// <summary>All of them.</summary>
    public IEnumerable<PromptExample> All => _known.Value.Examples.Select(one => one.Example);

    /// <summary>The examples as they are written.</summary>
    public static IEnumerable<ExampleEntry> Entries()
    {
        using var stream = typeof(PromptExamples).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<ExampleEntry>(line, Json)!;
        }
    }

    public IReadOnlyList<PromptExample> Nearest(string prompt, int count)
    {
        var (examples, index) = _known.Value;
        var ranked = examples.Zip(index.Likeness(MaskedPrompt.Of(prompt)), (one, likeness) => (one.Example, one.IsRefusal, Likeness: likeness))
            .OrderByDescending(one => one.Likeness)
            .ToList();
        var refusals = Math.Min(Refusals, count);
        return
        [
            .. ranked.Where(one => !one.IsRefusal).Take(count - refusals).Concat(ranked.Where(one => one.IsRefusal).Take(refusals))
                .OrderByDescending(one => one.Likeness)
                .Select(one => one.Example),
        ];
    }

    private static IEnumerable<Known> Load(BuiltinReader reader, CortexCatalog catalog)
    {
        var writer = new AnswerWriter(catalog);
        foreach (var entry in Entries())
        {
            if (Answer(entry, reader, writer, catalog) is { } answer)
            {
                yield return new(new(entry.Prompt, answer), entry.Code is not null);
            }
        }
    }

    private static string? Answer(ExampleEntry entry, BuiltinReader reader, AnswerWriter writer, CortexCatalog catalog) => entry switch
    {
        { Code: { } code } => AnswerWriter.Write(code, entry.Sentence ?? string.Empty, entry.Quote),
        _ => reader.Read(entry.As ?? entry.Prompt) is Reading.Understood(var program) ? writer.Write(Additions.Meant(program, catalog)) : null,
    };

    private sealed record Known(PromptExample Example, bool IsRefusal);
}
