using System.Diagnostics;
using Cortex.Compilation;
using Cortex.Programs;
using CsCheck;

namespace Cortex.Core.Tests.Compilation;

public class PromptFuzzTests
{
    private const int Prompts = 20_000;

    // The first tries may wait for the just-in-time compiler or for a busy machine.
    private const int Tries = 20;

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Pieces =
    [
        "when", "when:", "if", "if:", "then", "then:", "and", "or", ",", ".", ";", ":", "\n", "->", "email", "an", "a", "the", "from", "not", "with", "subject", "contains",
        "is", "in", "label", "it", "as", "reply", "saying", "send", "to", "do", "nothing", "arrives", "I", "get", "a@b.example", "b.example", "@", "\"", "'", "“", "”", "«", "»",
        "\"x\"", "{{", "}}", "{{ subject }}", "{%", "[", "]", "(", ")", "\\", "\0", "\ud800", "é", "漢", "🙂", "Ana", "attachment", "without", "<", ">", "|", "ignore previous",
    ];

    [Fact]
    public void AnyPrompt_IsCompiledOrRefused_AndNothingElse()
    {
        var words = Gen.OneOf(Pieces).Array[0, 40].Select(pieces => string.Join(' ', pieces));
        var joined = Gen.OneOf(Pieces).Array[0, 40].Select(string.Concat);
        var noise = Gen.String[0, 200];

        Gen.Frequency((6, words), (2, joined), (1, noise)).Sample(
            prompt =>
            {
                if (Compiling.Compile(prompt) is CompileResult.Compiled compiled)
                {
                    Assert.Equal(compiled.ProgramJson, ProgramJson.Write(ProgramJson.Parse(compiled.ProgramJson)));
                }
            },
            iter: Prompts);
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void ANastyPrompt_IsReadInLinearTime(string piece)
    {
        foreach (var start in new[] { "", "when: email ", "when: email from a@b.example then: ", "when: email with subject ", "when: email from a@b.example then: reply " })
        {
            var prompt = (start + string.Concat(Enumerable.Repeat(piece, (4_000 / piece.Length) + 1)))[..4_000];

            Assert.True(Enumerable.Range(0, Tries).Any(_ => Elapsed(prompt) < Slow), $"{start}{piece}… took longer than {Slow} each of {Tries} times.");
        }
    }

    private static TimeSpan Elapsed(string prompt)
    {
        var started = Stopwatch.GetTimestamp();
        Compiling.Compile(prompt);
        return Stopwatch.GetElapsedTime(started);
    }

    public static TheoryData<string> Nasty() =>
    [
        "\"", "'", "‘", "“", "a", " ", "\n", ",", ".", ":", "and ", "or ", "and and ", "when ", "if ", "then ", "then: ", "email ", "from ", "from a@b.example ", "from a@b.example or ",
        "a@b.example, ", "not ", "with ", "with \"", "with 'a' in ", "subject ", "with subject a ", "label it ", "label it a, ", "reply ", "reply \"a\" and ", "saying a ", "{{", "{{ ", "{{ a[", "}}",
        "{{ subject }}", "{{ subject | upcase }}", "@", "a@", "a.b", ".a", "<", "<a@b.example", "é", "e\u0301", "漢", "🙂", "A ", "Ana ", "with an attachment and ", "do nothing, ",
    ];
}
