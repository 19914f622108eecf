using Cortex.Compilation;
using Cortex.Compilation.Validation;
using CsCheck;

namespace Cortex.Core.Tests.Compilation.Validation;

public class PromptLiteralsFuzzTests
{
    private static readonly string[] Pieces =
    [
        "1", "99999999999999999999999999999", "0", "2026", "31", ".", ",", ":", "-", "/", " ", "\n", "k", "million", "billion", "hundred", "gb", "h", "m", "days", "month",
        "and a half", "half", "a", "an", "quarter of", "twenty", "one", "March", "may", "st", "of", "am", "pm", "at", "noon", "ana@x.example", "@", "\"", "“", "\u0301", "\ud800", "é", "发票",
    ];

    private static readonly Gen<string> Prompt = Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(indexes => string.Concat(indexes.Select(index => Pieces[index])));

    [Fact]
    public void NoPrompt_IsTooStrange() =>
        Prompt.Sample(
            prompt =>
            {
                var literals = new PromptLiterals(prompt);
                literals.SaidNumber(1);
                literals.SaidDuration(TimeSpan.FromHours(1));
                literals.SaidDay(new DateOnly(2026, 1, 1));
                literals.SaidTime(new TimeOnly(9, 0));
                literals.SaidForm("word");
                if (prompt.Length > 2 && literals.Find(prompt[..(prompt.Length / 2)]) is { } at)
                {
                    Assert.InRange(at.Start + at.Length, 1, prompt.Length);
                }
            },
            iter: 20_000);

    [Fact]
    public void ALongPrompt_OfOneKind_IsReadInSteps()
    {
        foreach (var piece in Pieces)
        {
            var prompt = string.Concat(Enumerable.Repeat(piece, CompilationLimits.MaxPrompt / piece.Length));
            var tokens = PromptToken.Split(prompt);

            Assert.True(PromptQuantities.Read(tokens).Count() <= 6 * tokens.Count, piece);
        }
    }
}
