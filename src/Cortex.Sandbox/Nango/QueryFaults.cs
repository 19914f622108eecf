namespace Cortex.Sandbox.Nango;

internal static class QueryFaults
{
    /// <summary>Nango refuses parameters that it does not know.</summary>
    public static IEnumerable<NangoFault> Unknown(IQueryCollection query, params IReadOnlyCollection<string> known)
    {
        var unknown = query.Keys.Where(key => !known.Contains(key)).Select(key => $"\"{key}\"").ToArray();
        if (unknown.Length > 0)
        {
            yield return new NangoFault("unrecognized_keys", $"Unrecognized key{(unknown.Length > 1 ? "s" : "")}: {string.Join(", ", unknown)}", []);
        }
    }

    /// <summary>The parameter, when it is there exactly once.</summary>
    public static string? Single(IQueryCollection query, string name, List<NangoFault> faults)
    {
        if (!query.TryGetValue(name, out var values))
        {
            return null;
        }

        if (values.Count == 1)
        {
            return values[0];
        }

        faults.Add(new NangoFault("invalid_type", "Invalid input: expected string, received array", [name]));
        return null;
    }
}
