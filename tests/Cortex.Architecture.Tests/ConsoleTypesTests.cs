using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Cortex.Api;

namespace Cortex.Architecture.Tests;

/// <summary>The console's types are what the API answers: the same names, and null where null can be.</summary>
public sealed partial class ConsoleTypesTests
{
    /// <summary>What the API answers and the console has no use for.</summary>
    private static readonly HashSet<string> OfTheApiAlone =
        ["Unit.modelUsage", "Run.trigger", "Run.triggerTruncated", "RunDetail.triggerTruncated"];

    private static readonly Dictionary<string, string> Pairs = new()
    {
        ["Unit"] = "Units.UnitBody",
        ["ReadBack"] = "Units.ReadBackBody",
        ["LastRun"] = "Units.LastRunBody",
        ["Preview"] = "Units.PreviewAnswer",
        ["Danger"] = "Units.DangerBody",
        ["Run"] = "Runs.RunBody",
        ["RunDetail"] = "Runs.RunDetailBody",
        ["Judgement"] = "Runs.JudgementBody",
        ["Step"] = "Runs.StepBody",
        ["Connection"] = "Connections.ConnectionBody",
        ["CortexEvent"] = "Events.EventBody",
        ["EventDetail"] = "Events.EventDetailBody",
        ["Notification"] = "Notifications.NotificationBody",
        ["Backtest"] = "Units.BacktestAnswer",
        ["BacktestItem"] = "Units.BacktestItemBody",
        ["ConditionVerdict"] = "Units.ConditionBody",
        ["UnitTest"] = "Units.TestAnswer",
        ["TestStep"] = "Units.TestStepBody",
        ["Session"] = "Connections.SessionAnswer",
        ["Problem"] = "Problems.ProblemBody",
        ["UnderstoodSpan"] = "Problems.UnderstoodBody",
        ["Suggestion"] = "Problems.SuggestionBody",
    };

    public static TheoryData<string> Names => [.. Pairs.Keys, "ItemFate"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Interface_IsWhatTheApiAnswers(string name)
    {
        var answered = OfRecord(TypeOf(name)).Where(field => !OfTheApiAlone.Contains($"{name}.{field.Key}")).ToDictionary();
        var written = OfInterface(name);

        Assert.Equal(written.Keys.Order(StringComparer.Ordinal), answered.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([], written.Where(field => field.Value is { } nullable && nullable != answered[field.Key]).Select(field => field.Key));
    }

    private static Type TypeOf(string name) => name == "ItemFate"
        ? Assembly.Load("Cortex.Grains").GetType("Cortex.Connections.FateEntry", throwOnError: true)!
        : typeof(ApiHosting).Assembly.GetType($"Cortex.Api.{Pairs[name]}", throwOnError: true)!;

    /// <summary>The names, and whether null can be there; null for any JSON, which null is too.</summary>
    private static Dictionary<string, bool?> OfInterface(string name)
    {
        var text = Repository.Read("web/src/api/types.ts");
        var found = Regex.Match(text, $@"^export interface {name}(?: extends (?<base>\w+))? \{{\n(?<body>.*?)^\}}", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(found.Success, $"types.ts has no interface {name}.");
        var fields = found.Groups["base"].Success ? OfInterface(found.Groups["base"].Value) : [];
        foreach (Match field in Field().Matches(found.Groups["body"].Value))
        {
            var type = field.Groups["type"].Value;
            fields[field.Groups["name"].Value] = type == "Json" ? null : field.Groups["optional"].Length > 0 || type.EndsWith("| null", StringComparison.Ordinal);
        }

        return fields;
    }

    private static Dictionary<string, bool> OfRecord(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(
            property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            property => nullability.Create(property).ReadState == NullabilityState.Nullable);
    }

    [GeneratedRegex(@"^  (?<name>\w+)(?<optional>\??): (?<type>.+?);$", RegexOptions.Multiline)]
    private static partial Regex Field();
}
