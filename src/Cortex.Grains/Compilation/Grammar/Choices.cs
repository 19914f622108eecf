using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what people call the choices of an input.</summary>
internal static class Choices
{
    private static readonly PhraseCompiler Words = new((slot, _) => throw new InvalidOperationException($"A choice holds no {slot.Name}."));

    public static Parser<IReadOnlyList<SlotValue>> Build(ToolInput input, ToolInfo tool)
    {
        var shapes = tool.Inputs.SelectMany(other => other.Shapes).ToLookup(shape => shape.Object);
        var named = input.Choices
            .SelectMany(choice => shapes[choice].SelectMany(shape => shape.Words).Append(choice.ToLowerInvariant()).Distinct(), (choice, words) => (choice, words))
            .OrderByDescending(one => one.words.Length)
            .Select(one => Words.Compile(PhraseNotation.Parse(one.words)).Then<IReadOnlyList<SlotValue>>([SlotValue.Literal(one.choice)]));
        return OneOf([.. named]);
    }
}
