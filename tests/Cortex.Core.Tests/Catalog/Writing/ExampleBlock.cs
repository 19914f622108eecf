namespace Cortex.Core.Tests.Catalog.Writing;

/// <summary>
/// Examples for names of the catalog, as the page's template has them: <c>@fields email: When I get an email …, archive it.</c>, then a line
/// <c>name: example</c> for each. What begins with <c>!</c> is what the compiler refuses.
/// </summary>
/// <param name="Kind"><c>events</c>, <c>fields</c> or <c>tools</c>.</param>
/// <param name="Of">A provider, or kinds of items.</param>
/// <param name="Frame">The sentence in which an example stands in place of <c>…</c>; an example that begins with a capital is a sentence by itself.</param>
/// <param name="Examples">By name, in order.</param>
internal sealed record ExampleBlock(string Kind, IReadOnlyList<string> Of, string Frame, IReadOnlyList<(string Name, string Text)> Examples)
{
    private const string Start = "@";
    private const string Refused = "! ";

    public static bool BeginsWith(string line) => line.StartsWith(Start, StringComparison.Ordinal);

    public static ExampleBlock Parse(IReadOnlyList<string> lines)
    {
        var (head, frame) = Split(lines[0]);
        var words = head[Start.Length..].Split(' ');
        return new ExampleBlock(words[0], words[1..], frame, [.. lines.Skip(1).Select(Split)]);
    }

    public IReadOnlyList<string> For(string name) => [.. Texts(name).Where(text => !text.StartsWith(Refused, StringComparison.Ordinal))];

    /// <summary>What people may well write for it, and what is not understood.</summary>
    public IReadOnlyList<string> RefusedFor(string name) =>
        [.. Texts(name).Where(text => text.StartsWith(Refused, StringComparison.Ordinal)).Select(text => text[Refused.Length..])];

    public string Prompt(string text, string item = "") =>
        char.IsUpper(text[0]) ? text.Replace("{item}", item, StringComparison.Ordinal) : Frame.Replace("…", text, StringComparison.Ordinal).Replace("{item}", item, StringComparison.Ordinal);

    private IEnumerable<string> Texts(string name) => Examples.Where(example => example.Name == name).Select(example => example.Text);

    private static (string Name, string Text) Split(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? (line[..colon], line[(colon + 2)..]) : (line, "");
}
