using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Model;

/// <summary>
/// The JSON schema of a model's answer, generated from the catalog, in the strict form: every property required, none besides, what is optional nullable.
/// Condition trees are three levels deep at most, spelled out level by level: not every strict decoder takes recursion.
/// </summary>
internal static class AnswerSchema
{
    public const string Name = "automation";

    // In the order of Operator.
    private static readonly string[] Operators = ["equals", "contains", "starts_with", "ends_with", "matches", "gt", "lt", "exists", "semantic"];

    private static readonly string[] Codes =
    [
        RefusalCode.NotAnAutomation, RefusalCode.NoTrigger, RefusalCode.NoAction, RefusalCode.UnsupportedTrigger, RefusalCode.UnsupportedAction, RefusalCode.Contradictory,
        RefusalCode.FeedbackLoop, RefusalCode.NeedsClarification, RefusalCode.MultipleAutomations, RefusalCode.Injection, RefusalCode.UnsupportedLanguage,
    ];

    /// <summary>An operator as answers spell it.</summary>
    public static string NameOf(Operator op) => Operators[(int)op];

    /// <summary>The codes with which a model may refuse.</summary>
    public static IReadOnlyCollection<string> RefusalCodes => Codes;

    public static JsonElement Of(IReadOnlyList<ProviderCatalog> providers)
    {
        var events = providers.SelectMany(provider => provider.Triggers, EventName.Of);
        var program = Closed(
            ("kind", Words("program")),
            ("event", Words([.. events])),
            ("minutesBefore", Type("integer", "null")),
            ("where", Ref("perhaps")),
            ("steps", ArrayOf(AnyOf([.. providers.SelectMany(provider => provider.Tools).Select(Step)]))));
        var refusal = Closed(("kind", Words("refusal")), ("code", Words(Codes)), ("sentence", Type("string")), ("quote", Type("string", "null")));
        var root = Closed(("result", AnyOf(program, refusal)));
        root["$defs"] = new JsonObject
        {
            ["comparison"] = Closed(
                ("field", Type("string")), ("op", Words(Operators)), ("value", Type("string", "number", "boolean")), ("edge", Type("boolean")), ("negated", Type("boolean"))),
            ["group"] = Group("comparison"),
            ["tree"] = AnyOf(Ref("comparison"), Closed(("join", Words("all", "any")), ("parts", ArrayOf(AnyOf(Ref("comparison"), Ref("group")))))),
            ["perhaps"] = AnyOf(Ref("tree"), Type("null")),
        };
        return JsonSerializer.SerializeToElement(root);
    }

    private static JsonObject Step(ToolInfo tool) => Closed(
        ("tool", Words(tool.Name)),
        ("input", Closed([.. tool.Inputs.Select(input => (input.Name, Input(input)))])),
        ("if", Ref("perhaps")));

    private static JsonObject Input(ToolInput input)
    {
        var given = input.Kind switch
        {
            InputKind.Choice => Words([.. input.Choices]),
            InputKind.Fields => ArrayOf(Closed(("name", Type("string")), ("value", Type("string", "number", "boolean")))),
            InputKind.List => ArrayOf(Type("string")),
            InputKind.Flag => Type("boolean"),
            _ => Type("string"),
        };
        return input is { Required: true, Default: null } ? given : AnyOf(given, Type("null"));
    }

    private static JsonObject Group(string part) => Closed(("join", Words("all", "any")), ("parts", ArrayOf(Ref(part))));

    private static JsonObject Closed(params (string Name, JsonObject Schema)[] properties) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema))),
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Name)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Words(params string[] words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    private static JsonObject Type(params string[] types) =>
        new() { ["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(type => (JsonNode)type)]) };

    private static JsonObject AnyOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonObject ArrayOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}
