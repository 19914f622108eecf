using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what people call the choices of an input.</summary>
internal static class Choices
{
    public static Parser<IReadOnlyList<SlotValue>> Build(ToolInput input, ToolInfo tool)
    {
        var shapes = tool.Inputs.SelectMany(other => other.Shapes).ToLookup(shape => shape.Object);
        var named = input.Choices
            .SelectMany(choice => shapes[choice].SelectMany(shape => shape.Words).Append(choice.ToLowerInvariant()).Distinct(), (choice, words) => (choice, words))
            .Select(one => ((IReadOnlyList<string>)one.words.Split(' '), SlotValue.Literal(one.choice)));
        return ValueParsers.One(new WordChoice<SlotValue>(named));
    }
}
