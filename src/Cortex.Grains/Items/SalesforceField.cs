using Cortex.Catalog;

namespace Cortex.Items;

/// <summary>One field of the catalog, and where records have it.</summary>
/// <param name="Name">The catalog's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Sources">Where it is read from, the first one found counts. The first of all is what a query asks for: <c>StageName</c>, <c>Owner.Name</c>.</param>
internal sealed record SalesforceField(string Name, FieldKind Kind, params IReadOnlyList<string> Sources)
{
    private readonly IReadOnlyList<string[]> _paths = [.. Sources.SelectMany(Spellings).Select(spelling => spelling.Split('.')).DistinctBy(path => string.Join('.', path))];

    /// <summary>As a query spells it.</summary>
    public string Query => Sources[0];

    /// <summary>Each way in which a sync may spell it, as a path of names.</summary>
    public IReadOnlyList<string[]> Paths => _paths;

    /// <summary>API names, and what templates of syncs make of them: <c>stage_name</c>, <c>stageName</c>.</summary>
    private static IEnumerable<string> Spellings(string source) => [source, Snake(source), Camel(source)];

    private static string Camel(string source) => string.Join('.', source.Split('.').Select(name => char.ToLowerInvariant(name[0]) + name[1..]));

    private static string Snake(string source) =>
        string.Concat(source.Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i == 0 || source[i - 1] == '.' ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
