using Cortex.Model;

namespace Cortex.Core.Tests.Support;

/// <summary>Answers of a model that compiles, in the form in which it is asked for them.</summary>
internal static class Answers
{
    public const string Received = "gmail/email.received";

    public static ModelReply Program(string trigger, string where, params IEnumerable<string> steps) => ScriptedModel.Answer(
        $$$"""{"result":{"kind":"program","event":"{{{trigger}}}","minutesBefore":null,"where":{{{where}}},"steps":[{{{string.Join(',', steps)}}}]}}""");

    public static ModelReply Refusal(string sentence) => ScriptedModel.Answer($$$"""{"result":{"kind":"refusal","code":"needs_clarification","sentence":"{{{sentence}}}","quote":null}}""");

    public static string All(params IEnumerable<string> parts) => $$"""{"join":"all","parts":[{{string.Join(',', parts)}}]}""";

    public static string Any(params IEnumerable<string> parts) => $$"""{"join":"any","parts":[{{string.Join(',', parts)}}]}""";

    /// <param name="field">The field.</param>
    /// <param name="op">The comparison.</param>
    /// <param name="value">A number, or a text without its quotes.</param>
    public static string That(string field, string op, string value) => Leaf(field, op, value, negated: false);

    public static string ThatNot(string field, string op, string value) => Leaf(field, op, value, negated: true);

    public static string Step(string tool, string input = "{}") => $$"""{"tool":"{{tool}}","input":{{input}},"if":null}""";

    private static string Leaf(string field, string op, string value, bool negated) =>
        $$"""{"field":"{{field}}","op":"{{op}}","value":{{(decimal.TryParse(value, out _) ? value : $"\"{value}\"")}},"edge":false,"negated":{{(negated ? "true" : "false")}}}""";
}
