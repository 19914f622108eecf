using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Fluid.Filters;
using Fluid.Values;

namespace Cortex.Programs.Templates;

/// <summary>
/// The filters that templates may use: those of Fluid that need nothing but their input, cannot make a text much longer
/// than it was and know no clock. Fluid's options hold these and no others.
/// </summary>
internal static partial class TemplateFilters
{
    /// <summary>What a text is cut to: beyond this nothing is cut.</summary>
    private const int MaxLength = 1_000_000;

    /// <summary>Characters between the parts of a list, so that a list of many empty parts makes no long text.</summary>
    private const int MaxSeparator = 10;

    private static readonly FrozenDictionary<string, Shape> Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["upcase"] = new(0, 0),
        ["downcase"] = new(0, 0),
        ["capitalize"] = new(0, 0),
        ["strip"] = new(0, 0),
        ["lstrip"] = new(0, 0),
        ["rstrip"] = new(0, 0),
        ["strip_newlines"] = new(0, 0),
        ["strip_html"] = new(0, 0),
        ["url_encode"] = new(0, 0),
        ["remove"] = new(1, 1) { Shown = 1, Fits = arguments => arguments[0].ToStringValue().Length > 0 },
        ["truncate"] = new(1, 2) { Shown = 1, Fits = arguments => IsLength(arguments[0]) },
        ["truncatewords"] = new(1, 2) { Shown = 1, Fits = arguments => IsLength(arguments[0]) },
        ["default"] = new(1, 1) { TakesLists = true },
        ["first"] = new(0, 0) { TakesLists = true },
        ["last"] = new(0, 0) { TakesLists = true },
        ["size"] = new(0, 0) { TakesLists = true },
        ["join"] = new(1, 1) { TakesLists = true, Fits = arguments => arguments[0].ToStringValue().Length <= MaxSeparator },
        ["date"] = new(1, 1) { Fits = arguments => !WidePadding().IsMatch(arguments[0].ToStringValue()) },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TemplateOptions Options { get; } = Build();

    private static string Names { get; } = string.Join(", ", Shapes.Keys.Order(StringComparer.Ordinal));

    public static bool TakesLists(FilterCall call) => Shapes[call.Name].TakesLists;

    /// <exception cref="RenderingException">There is no such filter, or not with these arguments.</exception>
    public static FilterCall Call(FilterExpression filter)
    {
        if (filter is { Name: "default", Parameters: [{ Name: null or "", Expression: MemberExpression { Segments: { } segments } }] } && TemplatePath.Of(segments) is { } fallback)
        {
            return new FilterCall(filter.Name, FilterArguments.Empty, [], fallback);
        }

        var arguments = filter.Parameters.Select(Argument).ToArray();
        if (!Shapes.TryGetValue(filter.Name, out var shape)
            || arguments.Contains(null)
            || arguments.Length < shape.Least
            || arguments.Length > shape.Most
            || !shape.Fits(arguments!))
        {
            throw new RenderingException($"'{filter.Name}' is not a filter that can be used so; there are {Names}.");
        }

        var texts = arguments.Skip(shape.Shown).Select(argument => argument!.ToStringValue());
        return new FilterCall(filter.Name, new FilterArguments(arguments!), [.. filter.Name == "date" ? texts.Select(Words) : texts]);
    }

    public static FluidValue Apply(FilterCall call, FluidValue value, TemplateContext context)
    {
        Options.Filters.TryGetValue(call.Name, out var filter);
        var result = filter!(value, call.Arguments, context);
        return result.IsCompletedSuccessfully ? result.Result : throw new InvalidOperationException($"The filter {call.Name} waits for something.");
    }

    /// <summary>A number of a few digits as it is written, or null.</summary>
    public static string? WholeNumber(FluidValue value) =>
        value is NumberValue && value.ToNumberValue() is >= 0 and <= 999 and var number && decimal.IsInteger(number)
            ? ((int)number).ToString(CultureInfo.InvariantCulture)
            : null;

    private static FluidValue? Argument(FilterArgument argument) =>
        argument is { Name: null or "", Expression: LiteralExpression { Value: StringValue or NumberValue } literal }
            && literal.Value.ToStringValue().Length <= TemplateLimits.MaxArgument
            ? literal.Value
            : null;

    /// <summary>What a date's format says in words.</summary>
    private static string Words(string format) => Directive().Replace(format, " ");

    private static bool IsLength(FluidValue value) =>
        value is NumberValue && value.ToNumberValue() is >= 0 and <= MaxLength and var number && decimal.IsInteger(number);

    /// <summary>A time by its own text and in UTC; Fluid would read words such as "now" in an email as today's time.</summary>
    private static ValueTask<FluidValue> Date(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        LiteralText.TimeOf(input.ToStringValue()) is { } time ? MiscFilters.Date(new DateTimeValue(time), arguments, context) : ValueTask.FromResult(input);

    private static TemplateOptions Build()
    {
        var options = new TemplateOptions
        {
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => DateTimeOffset.UnixEpoch,
            MaxSteps = TemplateLimits.MaxInputTags,
            StrictFilters = true,
        };
        foreach (var name in options.Filters.Select(filter => filter.Key).Where(name => !Shapes.ContainsKey(name)).ToList())
        {
            options.Filters.Remove(name);
        }

        options.Filters.AddFilter("date", Date);
        return options;
    }

    /// <summary>A directive of a date's format, such as <c>%-d</c>.</summary>
    [GeneratedRegex("%[-_0^#:]*[0-9]*[A-Za-z%]", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();

    /// <summary>A directive that pads to hundreds of places: a short format would make a long text.</summary>
    [GeneratedRegex("%[^A-Za-z%]*[0-9]{3}", RegexOptions.CultureInvariant)]
    private static partial Regex WidePadding();

    private sealed record Shape(int Least, int Most)
    {
        /// <summary>Whether a list comes to it as a list; to others it comes as its text.</summary>
        public bool TakesLists { get; init; }

        /// <summary>The first argument that may end up in the rendered text.</summary>
        public int Shown { get; init; }

        public Func<IReadOnlyList<FluidValue>, bool> Fits { get; init; } = _ => true;
    }
}
