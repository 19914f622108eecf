using System.Collections.Frozen;

namespace Cortex.Programs;

/// <summary>How operators are spelled in a program's JSON.</summary>
internal static class OperatorName
{
    private static readonly string[] Names =
        ["equals", "contains", "starts_with", "ends_with", "matches", "gt", "lt", "exists", "semantic"];

    private static readonly FrozenDictionary<string, Operator> Operators =
        Names.Select((name, index) => KeyValuePair.Create(name, (Operator)index)).ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(Operator op) => Names[(int)op];

    public static bool TryParse(string name, out Operator op) => Operators.TryGetValue(name, out op);
}
