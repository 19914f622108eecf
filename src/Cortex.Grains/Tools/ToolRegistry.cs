using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Cortex.Tools;

/// <summary>The tools by name. Two of one name do not start.</summary>
internal sealed class ToolRegistry(IEnumerable<ITool> tools)
{
    private readonly FrozenDictionary<string, ITool> _tools =
        tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names, in order.</summary>
    public IReadOnlyList<string> Names => [.. _tools.Keys.Order(StringComparer.Ordinal)];

    public bool TryGet(string name, [NotNullWhen(true)] out ITool? tool) => _tools.TryGetValue(name, out tool);
}
