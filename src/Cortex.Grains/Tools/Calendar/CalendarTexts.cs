using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Tools.Calendar;

/// <summary>The inputs of a step that are an event's texts.</summary>
internal static class CalendarTexts
{
    /// <summary>Puts them into what Google is sent; an empty one says nothing.</summary>
    public static void AddTo(JsonObject body, ToolCall call) => AddTo(body, call, default);

    /// <summary>Puts those into what Google is sent that its event does not have.</summary>
    public static void AddTo(JsonObject body, ToolCall call, JsonElement current)
    {
        Add("summary", CalendarLimits.Line(call.InputText("summary")));
        Add("description", CalendarLimits.Description(call.InputText("description")));
        Add("location", CalendarLimits.Line(call.InputText("location")));

        void Add(string name, string text)
        {
            if (!string.IsNullOrWhiteSpace(text) && current.Text(name)?.Trim() != text.Trim())
            {
                body[name] = text;
            }
        }
    }
}
