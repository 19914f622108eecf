using System.Text.Json;

namespace Cortex.Programs;

internal static class ProgramJsonWriter
{
    // Dividing by it drops trailing zeros, so that 1 and 1.0, which are equal, are written alike.
    private const decimal One = 1.0000000000000000000000000000m;

    public static void Write(Utf8JsonWriter json, CortexProgram program)
    {
        json.WriteStartObject();
        json.WriteNumber("version", program.Version);
        WriteTrigger(json, program.Trigger);
        json.WriteStartArray("steps");
        foreach (var step in program.Steps)
        {
            WriteStep(json, step);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTrigger(Utf8JsonWriter json, Trigger trigger)
    {
        json.WriteStartObject("trigger");
        json.WriteString("provider", trigger.Provider);
        json.WriteString("event", trigger.Event);
        json.WritePropertyName("where");
        WriteCondition(json, trigger.Where);
        if (trigger.MinutesBefore is { } minutes)
        {
            json.WriteStartObject("params");
            json.WriteNumber("minutesBefore", minutes);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, Step step)
    {
        json.WriteStartObject();
        json.WriteString("tool", step.Tool);
        json.WritePropertyName("input");
        using (var input = JsonDocument.Parse(step.InputJson))
        {
            input.RootElement.WriteTo(json);
        }

        if (step.If is not null)
        {
            json.WritePropertyName("if");
            WriteCondition(json, step.If);
        }

        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, Condition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case AllOf all:
                WriteParts(json, "all", all.Parts);
                break;
            case AnyOf any:
                WriteParts(json, "any", any.Parts);
                break;
            case NotOf not:
                json.WritePropertyName("not");
                WriteCondition(json, not.Part);
                break;
            case Comparison comparison:
                WriteComparison(json, comparison);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, string name, IReadOnlyList<Condition> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            WriteCondition(json, part);
        }

        json.WriteEndArray();
    }

    private static void WriteComparison(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteString("field", comparison.Field);
        json.WriteString("op", OperatorName.Of(comparison.Op));
        switch (comparison.Value)
        {
            case { Text: { } text }:
                json.WriteString("value", text);
                break;
            case { Number: { } number }:
                json.WriteNumber("value", number / One);
                break;
            default:
                json.WriteBoolean("value", comparison.Value.Flag is true);
                break;
        }

        if (comparison.Edge)
        {
            json.WriteBoolean("edge", true);
        }
    }
}
