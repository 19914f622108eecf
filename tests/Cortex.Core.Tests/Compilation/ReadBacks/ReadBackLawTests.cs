using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Core.Tests.Compilation.ReadBacks;

/// <summary>The read-back is a law: what is said of a program is read as that program and as no other.</summary>
public class ReadBackLawTests
{
    /// <summary>How many times more than usual; <c>CORTEX_FUZZ_PROMPTS=1000000</c> is some minutes.</summary>
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("CORTEX_FUZZ_PROMPTS"), CultureInfo.InvariantCulture, out var prompts) ? Math.Max(1, prompts / 10_000) : 1;

    private const int OfEachTrigger = 5;
    private const int OfEachTool = 5;

    /// <summary>Of a program's leaves every so many are changed; which, is left to chance.</summary>
    private const int EveryLeaf = 3;

    /// <summary>Of one event and tool few programs may be sound: deleting the event that starts is not one, when another step changes it.</summary>
    private const int Tries = 2_000;

    private static readonly CortexCatalog Catalog = CortexCatalog.Known;
    private static readonly TemplateParser Templates = new();
    private static readonly Explainer Explainer = new(Catalog, Templates);
    private static readonly CanonicalForm Canonical = new(Catalog, Templates);
    private static readonly ProgramValidator Validator = new(Catalog, new StepRules(Catalog, new InputRules(Templates)));

    [Fact]
    public void TheExplanationOfAnyProgram_IsReadAsThatProgram_AndSaysNoOther()
    {
        var seed = Random.Shared.Next();
        var generator = new ProgramGenerator(Catalog, seed);
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var events = Catalog.Providers.SelectMany(provider => provider.Triggers, (provider, trigger) => (Provider: provider.Name!, Trigger: trigger)).ToList();
        foreach (var program in events.SelectMany(one => Sound(() => generator.Next(one), OfEachTrigger)).Concat(Catalog.Tools.SelectMany(tool => Sound(() => generator.Next(tool: tool), OfEachTool))))
        {
            var canonical = Json(program);
            HoldsFor(program, canonical, $"Seed {seed}");
            IsOfOneProgram(said, program, canonical, seed);
            foreach (var other in Others(program, generator))
            {
                IsOfOneProgram(said, other, Json(other), seed);
            }
        }

        Assert.True(said.Count > events.Count * OfEachTrigger, $"Seed {seed}: only {said.Count} programs; they test too little.");
    }

    /// <summary>So many programs that can be armed.</summary>
    private static CortexProgram[] Sound(Func<CortexProgram> next, int count)
    {
        CortexProgram[] sound = [.. Enumerable.Range(0, Tries * Times).Select(_ => next()).Where(program => Validator.FindFault(program) is null).Take(count * Times)];
        Assert.True(sound.Length == count * Times, "Too few programs of one kind are sound.");
        return sound;
    }

    [Theory]
    [InlineData("own")]
    [InlineData("life")]
    [InlineData("plain")]
    [InlineData("asked")]
    public void TheExplanationOfEveryAcceptedPrompt_IsReadAsItsProgram(string set)
    {
        var accepted = PromptSet.All[set].Labels.Select(label => Compiling.Compile(label.Prompt)).OfType<CompileResult.Compiled>().ToList();

        Assert.NotEmpty(accepted);
        foreach (var compiled in accepted)
        {
            HoldsFor(compiled.Program, Json(compiled.Program), set);
        }
    }

    /// <summary>As one sentence, without its end, and as one copies it from the console, with and without the numbers.</summary>
    private static void HoldsFor(CortexProgram program, string canonical, string origin)
    {
        var explanation = Explainer.Explain(program);
        var parts = explanation.ReadBack;
        foreach (var text in new[]
        {
            explanation.Sentence,
            explanation.Sentence.TrimEnd('.'),
            $"WHEN\n{parts.When.Replace("When ", "", StringComparison.Ordinal)}\nTHEN\n{string.Join('\n', parts.Then)}",
            $"When: {explanation.When}\r\nthen:\r\n{string.Join("\r\n", parts.Then.Select((step, index) => $" {index + 1}. {step}."))}",
        })
        {
            // Longer ones are no prompts.
            if (text.Length <= CompilationLimits.MaxPrompt)
            {
                var read = Compiling.Compile(text);
                Assert.True(
                    read is CompileResult.Compiled compiled && compiled.ProgramJson == canonical,
                    $"{origin}\n{text}\n{canonical}\n{(read as CompileResult.Compiled)?.ProgramJson ?? read.ToString()}");
            }
        }
    }

    private static void IsOfOneProgram(Dictionary<string, string> said, CortexProgram program, string canonical, int seed)
    {
        var sentence = Explainer.Explain(program).Sentence;
        Assert.True(
            said.GetValueOrDefault(sentence, canonical).Equals(canonical, StringComparison.OrdinalIgnoreCase),
            $"Seed {seed}: two programs are said alike.\n{sentence}\n{canonical}\n{said.GetValueOrDefault(sentence)}");
        said[sentence] = canonical;
    }

    /// <summary>Programs that can be armed and differ from one in one leaf.</summary>
    private static IEnumerable<CortexProgram> Others(CortexProgram program, ProgramGenerator generator)
    {
        var trigger = Catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event)!;
        var json = ProgramJson.Write(program);
        for (var leaf = json.Length % EveryLeaf; leaf < Leaves(JsonNode.Parse(json)!).Count; leaf += EveryLeaf)
        {
            var other = JsonNode.Parse(json)!;
            var (parent, name, value) = Leaves(other)[leaf];
            if (parent is JsonArray array)
            {
                array[value.GetElementIndex()] = generator.Other(value, name, trigger);
            }
            else
            {
                parent[name] = generator.Other(value, name, trigger);
            }

            if (TryParse(other.ToJsonString()) is { } changed && Validator.FindFault(changed) is null)
            {
                yield return changed;
            }
        }
    }

    private static List<(JsonNode Parent, string Name, JsonNode Value)> Leaves(JsonNode node) => node switch
    {
        JsonObject members => [.. members.SelectMany(member => member.Value is JsonValue value ? [(members, member.Key, value)] : Leaves(member.Value!))],
        JsonArray elements => [.. elements.SelectMany(element => element is JsonValue value ? [(elements, "", value)] : Leaves(element!))],
        _ => [],
    };

    private static CortexProgram? TryParse(string json)
    {
        try
        {
            return ProgramJson.Parse(json);
        }
        catch (ProgramFormatException)
        {
            return null;
        }
    }

    private static string Json(CortexProgram program) => ProgramJson.Write(Canonical.Of(program));
}
