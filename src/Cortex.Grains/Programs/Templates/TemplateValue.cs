using System.Text.Json;

namespace Cortex.Programs.Templates;

/// <summary>What a path led to: a piece of the item or of an output, or a text that a filter made of it.</summary>
internal readonly struct TemplateValue
{
    private readonly JsonElement _element;
    private readonly string? _text;

    public TemplateValue(JsonElement element) => _element = element;

    private TemplateValue(string text) => _text = text;

    public string Text => _text ?? FieldText.Of(_element);

    public bool IsEmpty => _text is null ? FieldText.IsEmpty(_element) : _text.Length == 0;

    public int Count => IsList ? _element.GetArrayLength() : 0;

    public int Size => IsList ? Count : Text.Length;

    private bool IsList => _text is null && _element.ValueKind == JsonValueKind.Array;

    public static implicit operator TemplateValue(string text) => new(text);

    public TemplateValue Element(int index) =>
        IsList && index >= 0 && index < Count ? new TemplateValue(_element[index]) : "";

    public TemplateValue Member(string name)
    {
        if (_text is not null)
        {
            return "";
        }

        return _element.ValueKind switch
        {
            JsonValueKind.Object when _element.TryGetProperty(name, out var member) => new TemplateValue(member),
            JsonValueKind.Array when int.TryParse(name, out var index) => Element(index),
            _ => "",
        };
    }

    public string Joined(string by) => IsList ? string.Join(by, _element.EnumerateArray().Select(FieldText.Of)) : Text;
}
