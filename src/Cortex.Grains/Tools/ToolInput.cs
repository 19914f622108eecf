using System.Text.Json;

namespace Cortex.Tools;

/// <summary>Reads a step's rendered input.</summary>
internal static class ToolInput
{
    /// <summary>One input as text; empty if it is absent. A number or a yes/no is written out.</summary>
    public static string InputText(this ToolCall call, string name) =>
        WellFormedJson.Repair(call.Input).Field(name) is { } value
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => string.Empty,
            }
            : string.Empty;

    /// <summary>Whether one input is, character for character, what the program says: no part of it comes from an item or an earlier step.</summary>
    public static bool IsLiteral(this ToolCall call, string name) =>
        WellFormedJson.Repair(call.Written).Text(name) is { } written && written == call.InputText(name);
}
