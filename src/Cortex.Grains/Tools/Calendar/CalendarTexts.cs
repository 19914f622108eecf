using System.Text.Json.Nodes;

namespace Cortex.Tools.Calendar;

/// <summary>The inputs of a step that are an event's texts.</summary>
internal static class CalendarTexts
{
    /// <summary>Puts them into what Google is sent; an empty one says nothing.</summary>
    public static void AddTo(JsonObject body, ToolCall call)
    {
        Add(body, "summary", CalendarLimits.Line(call.InputText("summary")));
        Add(body, "description", CalendarLimits.Description(call.InputText("description")));
        Add(body, "location", CalendarLimits.Line(call.InputText("location")));
    }

    private static void Add(JsonObject body, string name, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            body[name] = text;
        }
    }
}
