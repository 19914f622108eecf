using System.Globalization;

namespace Cortex.Programs.Templates;

/// <summary>What a tag points at: <c>subject</c>, <c>steps[0].output.id</c>.</summary>
/// <param name="Root">The first name.</param>
/// <param name="Rest">What follows: names, and indexes in digits.</param>
internal sealed record TemplatePath(string Root, IReadOnlyList<string> Rest)
{
    public const string Steps = "steps";

    /// <summary>The step whose output it points at, or null.</summary>
    public int? StepIndex =>
        Root == Steps && Rest is [var index, "output", ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : null;

    public override string ToString() =>
        Root + string.Concat(Rest.Select(part => char.IsAsciiDigit(part[0]) ? $"[{part}]" : $".{part}"));
}
