using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Compilation.Validation;

/// <summary>One input of a step, and what it is looked at in the light of.</summary>
/// <param name="Input">What the catalog says of it.</param>
/// <param name="Tool">The step's tool.</param>
/// <param name="Inputs">All inputs of the step.</param>
/// <param name="Scope">The program around.</param>
internal sealed record InputSite(ToolInput Input, ToolInfo Tool, JsonElement Inputs, ValidationScope Scope)
{
    public string Label => Input.Name;

    /// <summary>The kind of the record that the step is about, if the catalog knows it.</summary>
    public ItemKind? Record => RecordFields.ObjectOf(Inputs) is { } name ? RecordFields.KindOf(name, Scope.Catalog.ProviderOf(Tool.Name), Scope.Catalog) : null;

    /// <summary>The item's field that an input such as <c>label</c> gives a value for: what people call such values is known there.</summary>
    public ItemField? Field => Scope.Item.Find(Input.Name) ?? Scope.Item.Find(Input.Name + "s");
}
