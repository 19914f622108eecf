namespace Cortex.Compilation.Suggestions;

/// <summary>Reads <c>wordings.txt</c>; how it is written stands at its beginning.</summary>
internal static class WordingBook
{
    private const string Resource = "Cortex.Compilation.Suggestions.wordings.txt";
    private const string KindMark = "$kind";

    public static IReadOnlyList<PartWording> Known { get; } = Read();

    private static List<PartWording> Read()
    {
        using var stream = typeof(WordingBook).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var wordings = new List<PartWording>();
        (WordingRole Role, string[] Items) section = (default, []);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line is ['[', .. var head, ']'])
            {
                section = Section(head.Split(' '));
            }
            else
            {
                wordings.AddRange(Wordings(section.Role, section.Items, line));
            }
        }

        return wordings;
    }

    private static (WordingRole Role, string[] Items) Section(string[] words) => words[0] switch
    {
        "when" => (WordingRole.Event, words[1..]),
        "with" => (WordingRole.Condition, words[1..]),
        "then" => (WordingRole.Action, words[1..]),
        var other => throw new InvalidDataException($"{other} begins no section of {Resource}."),
    };

    private static IEnumerable<PartWording> Wordings(WordingRole role, string[] items, string line) =>
        line.Contains(KindMark, StringComparison.Ordinal)
            ? items.Select(item => Wording(role, [item], line.Replace(KindMark, item, StringComparison.Ordinal)))
            : [Wording(role, items, line)];

    private static PartWording Wording(WordingRole role, string[] items, string line)
    {
        var heard = line.Split('|', StringSplitOptions.TrimEntries);
        return new(role, items, heard[0], heard);
    }
}
