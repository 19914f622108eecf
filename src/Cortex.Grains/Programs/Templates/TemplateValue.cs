using System.Text.Json;
using Fluid.Values;

namespace Cortex.Programs.Templates;

/// <summary>
/// A piece of the item or of an output as Fluid's plain values: texts, numbers, yes or no, lists of them. An object goes in
/// as its JSON, so there is no member that a filter could reach.
/// </summary>
internal static class TemplateValue
{
    public static FluidValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => NilValue.Instance,
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        JsonValueKind.Number when element.TryGetDecimal(out var number) => NumberValue.Create(number),
        JsonValueKind.Array => new ArrayValue([.. element.EnumerateArray().Select(Of)]),
        _ => StringValue.Create(FieldText.Of(element)),
    };

    /// <summary>How it reads: lists with commas, nothing as nothing.</summary>
    public static string Text(FluidValue value) => value is ArrayValue list ? string.Join(", ", list.Values.Select(Text)) : value.ToStringValue();
}
