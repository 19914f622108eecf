using Cortex.Programs;
using CsCheck;

namespace Cortex.Core.Tests.Programs;

/// <summary>Any program that the format allows.</summary>
internal static class ProgramGen
{
    private const int Deepest = 4;

    // CsCheck's texts are any characters; half of one is no text, and JSON cannot carry it.
    private static readonly Gen<string> Text = Gen.String[1, 20].Where(text => !text.Any(char.IsSurrogate));

    private static readonly Gen<Literal> AnyLiteral = Gen.OneOf(
        Text.Select(Literal.Of),
        Gen.Int.Select(number => Literal.Of(number / 1_000m)),
        Gen.Bool.Select(Literal.Of));

    private static readonly Gen<Condition> Leaf =
        Gen.Select(Text, Gen.Int[0, 8], AnyLiteral, Gen.Bool, (field, op, value, edge) => (Condition)new Comparison(field, (Operator)op, value, edge));

    private static readonly Gen<Condition> Tree = TreeOf(Deepest);

    private static readonly Gen<Step> Step = Gen.Select(
        Text,
        Gen.Select(Text, Text),
        Gen.OneOf(Tree.Select(tree => (Condition?)tree), Gen.Const((Condition?)null)),
        (tool, input, condition) => new Step(tool, Input(input.Item1, input.Item2), condition));

    public static Gen<CortexProgram> Program { get; } = Gen.Select(
        Gen.OneOf("gmail", "google-calendar", "salesforce"),
        Text,
        Tree,
        Gen.OneOf(Gen.Int[0, 10_000].Select(minutes => (int?)minutes), Gen.Const((int?)null)),
        Step.Array[1, 5],
        (provider, happening, where, minutes, steps) => new CortexProgram(1, new Trigger(provider, happening, where, minutes), steps));

    private static Gen<Condition> TreeOf(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var part = TreeOf(depth - 1);
        return Gen.OneOf(
            Leaf,
            part.Array[0, 2].Select(parts => (Condition)new AllOf(parts)),
            part.Array[1, 2].Select(parts => (Condition)new AnyOf(parts)),
            part.Select(one => (Condition)new NotOf(one)));
    }

    private static string Input(string name, string text) => CanonicalJson.Write((name, text), static (json, pair) =>
    {
        json.WriteStartObject();
        json.WriteString(pair.name, pair.text);
        json.WriteEndObject();
    });
}
