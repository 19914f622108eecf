using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Nango;

/// <summary>Nango's rules for the tags of a connection; keys are lower-cased, values keep their case.</summary>
internal static partial class ConnectionTags
{
    private const int TagsMax = 10;
    private const int ValueCharsMax = 255;

    /// <summary>The tags of a body: the given ones, or those that the deprecated end_user and organization stand for; null if none.</summary>
    public static Dictionary<string, string>? Read(BodyReader body)
    {
        Dictionary<string, string>? tags = null;
        foreach (var (member, prefix) in new[] { ("end_user", "end_user"), ("organization", "organization") })
        {
            if (body.Object(member) is { } legacy)
            {
                tags ??= [];
                AddLegacy(tags, legacy, prefix, body, member);
            }
        }

        if (body.Object("tags") is { } given)
        {
            tags ??= [];
            AddGiven(tags, given, body);
        }

        return tags;
    }

    private static void AddLegacy(Dictionary<string, string> tags, JsonObject legacy, string prefix, BodyReader body, string member)
    {
        if (legacy["id"]?.GetValueKind() != JsonValueKind.String)
        {
            body.Add("invalid_type", "Invalid input: expected string, received undefined", member, "id");
        }

        foreach (var name in new[] { "id", "email", "display_name" })
        {
            if (legacy[name] is { } value && value.GetValueKind() == JsonValueKind.String)
            {
                tags[$"{prefix}_{name}"] = value.GetValue<string>();
            }
        }
    }

    private static void AddGiven(Dictionary<string, string> tags, JsonObject given, BodyReader body)
    {
        if (given.Count > TagsMax)
        {
            body.Add("custom", $"Tags cannot contain more than {TagsMax} keys", "tags");
        }

        foreach (var (key, node) in given)
        {
            var value = node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";
            if (Fault(key, value) is { } fault)
            {
                body.Add("custom", fault, "tags", key);
            }

            tags[key.ToLowerInvariant()] = value;
        }
    }

    private static string? Fault(string key, string value)
    {
        if (!Key().IsMatch(key))
        {
            return "A tag key starts with a letter and has up to 64 letters, digits and _ - . /";
        }

        if (value.Length is 0 or > ValueCharsMax)
        {
            return $"A tag value is text of 1 to {ValueCharsMax} characters";
        }

        return key.Equals(Connection.EmailTag, StringComparison.OrdinalIgnoreCase) && !MailAddress.TryCreate(value, out _)
            ? "end_user_email must be a valid email address"
            : null;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_./-]{0,63}$")]
    private static partial Regex Key();
}
