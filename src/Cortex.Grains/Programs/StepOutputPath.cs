using System.Globalization;
using System.Text.Json;

namespace Cortex.Programs;

/// <summary>A condition's field that looks at an earlier step: <c>steps[0].output.label</c>.</summary>
/// <param name="Step">The step, counted from 0.</param>
/// <param name="Names">The members that lead to the value; none is the whole output.</param>
internal sealed record StepOutputPath(int Step, IReadOnlyList<string> Names)
{
    private const string Begin = "steps[";
    private const string Middle = "].output";

    /// <summary>Reads the form; null for any other field.</summary>
    public static StepOutputPath? Parse(string field)
    {
        if (!field.StartsWith(Begin, StringComparison.Ordinal))
        {
            return null;
        }

        var close = field.IndexOf(Middle, StringComparison.Ordinal);
        if (close < 0 || !int.TryParse(field.AsSpan(Begin.Length, close - Begin.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var step))
        {
            return null;
        }

        var rest = field[(close + Middle.Length)..];
        return rest is "" ? new(step, [])
            : rest[0] == '.' && rest[1..].Split('.') is var names && names.All(name => name.Length > 0) ? new(step, names)
            : null;
    }

    /// <summary>The value in the outputs; undefined if the step left none, or none of that name.</summary>
    public JsonElement Read(IReadOnlyList<string?> outputs)
    {
        if (Step >= outputs.Count || outputs[Step] is not { } json)
        {
            return default;
        }

        try
        {
            var value = JsonElement.Parse(json);
            foreach (var name in Names)
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                {
                    return default;
                }
            }

            return value;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>As people read it: "label of step 1".</summary>
    public string Label => Names.Count == 0 ? $"output of step {Step + 1}" : $"{string.Join('.', Names)} of step {Step + 1}";
}
