namespace Cortex.Compilation.Suggestions;

/// <summary>Words of English, whether automations are about them or not: what is one of them is no typing error.</summary>
internal static class EnglishWords
{
    private const string Resource = "Cortex.Compilation.Suggestions.english.txt";

    private static readonly HashSet<string> Known = Read();

    /// <param name="word">In lower case.</param>
    public static bool Contains(string word) => Known.Contains(word);

    private static HashSet<string> Read()
    {
        using var stream = typeof(EnglishWords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is not ['#', ..])
            {
                words.Add(line);
            }
        }

        return words;
    }
}
