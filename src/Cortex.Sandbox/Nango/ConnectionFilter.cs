using System.Globalization;
using System.Text.RegularExpressions;
using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Nango;

/// <summary>The query of GET /connections.</summary>
internal sealed partial class ConnectionFilter
{
    private const int LimitDefault = 10_000;
    private const int LimitMax = 2_000;

    private readonly List<NangoFault> faults;
    private readonly IQueryCollection query;
    private readonly int limit;
    private readonly int page;

    public ConnectionFilter(IQueryCollection query)
    {
        this.query = query;
        string[] known = ["connectionId", "search", "integrationId", "endUserId", "endUserOrganizationId", "limit", "page"];
        faults = [.. QueryFaults.Unknown(query, [.. known, .. query.Keys.Where(key => TagParameter().IsMatch(key))])];
        limit = Number("limit", 1, LimitMax, LimitDefault);
        page = Number("page", 0, int.MaxValue, 0);
    }

    public IReadOnlyList<NangoFault> Faults => faults;

    public IEnumerable<Connection> Apply(IReadOnlyList<Connection> all)
        => all.Where(Matches).Skip((int)Math.Min((long)page * limit, int.MaxValue)).Take(limit);

    private bool Matches(Connection connection)
        => (Value("connectionId") is not { } connectionId || connection.ConnectionId == connectionId)
            && (Value("integrationId") is not { } keys || keys.Split(',').Contains(connection.ProviderConfigKey))
            && (Value("endUserId") is not { } user || connection.Owner == user)
            && (Value("endUserOrganizationId") is not { } organization || connection.Tags.GetValueOrDefault("organization_id") == organization)
            && (Value("search") is not { } words || Search(connection, words))
            && query.Keys.Select(key => (key, TagParameter().Match(key))).All(tag => !tag.Item2.Success || HasTag(connection, tag.key, tag.Item2));

    private bool HasTag(Connection connection, string parameter, Match match)
        => connection.Tags.GetValueOrDefault(match.Groups[1].Value.ToLowerInvariant()) == Value(parameter);

    private static bool Search(Connection connection, string words)
        => connection.Tags.Values.Append(connection.ConnectionId)
            .Any(value => value.Contains(words, StringComparison.OrdinalIgnoreCase));

    private string? Value(string name) => query.TryGetValue(name, out var values) ? values[0] : null;

    private int Number(string name, int min, int max, int otherwise)
    {
        if (Value(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        faults.Add(new NangoFault("invalid_type", $"Invalid input: expected number from {min} to {max}", [name]));
        return otherwise;
    }

    [GeneratedRegex(@"^tags\[([^\]]+)\]$")]
    private static partial Regex TagParameter();
}
