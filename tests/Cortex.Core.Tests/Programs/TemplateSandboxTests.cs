using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cortex.Programs.Templates;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

public sealed class TemplateSandboxTests : IDisposable
{
    private readonly TemplateParser _parser = new();

    public void Dispose() => _parser.Dispose();

    [Fact]
    public void Template_ThatIsParsed_ShowsItsPathsAndItsLiterals()
    {
        var template = _parser.Parse("Dear {{ fromName | default: 'friend' }}, {{ steps[2].output.rows[0].name }} on {{ date | date: 'the %-d of %B' }}{{ body | truncate: 100 }}").Template!;

        Assert.Equal(["fromName", "steps[2].output.rows[0].name", "date", "body"], template.Paths.Select(path => path.ToString()));
        Assert.Equal([null, 2, null, null], template.Paths.Select(path => path.StepIndex));
        Assert.Equal(["Dear ", "friend", ", ", " on ", "the   of  "], template.LiteralTexts);
        Assert.Null(template.OnlyPath);
        Assert.Equal("from", _parser.Parse("{{ from }}").Template!.OnlyPath!.Root);
        Assert.Null(_parser.Parse("{{ from | strip }}").Template!.OnlyPath);
    }

    [Fact]
    public void Input_OfNestedValues_IsRenderedInItsTexts_AndItsNamesStay()
    {
        const string Program =
            """{"fields":{"LastName":"{{ fromName }}","{{ subject }}":"x"},"labels":["{{ from }}","b"],"limit":5,"ratio":1.50,"notify":true,"none":null}""";

        var rendered = Render(Program, Fields);

        Assert.Equal(
            """{"fields":{"LastName":"Ana Lópes","{{ subject }}":"x"},"labels":["ana@shop.example","b"],"limit":5,"ratio":1.50,"notify":true,"none":null}""",
            rendered.Json);
    }

    [Fact]
    public void Input_ThatIsTooDeep_Fails()
    {
        var deep = string.Concat(Enumerable.Repeat("[", TemplateLimits.MaxDepth)) + "\"x\"" + string.Concat(Enumerable.Repeat("]", TemplateLimits.MaxDepth));

        Assert.Contains("inside each other", Render($$"""{"a":{{deep}}}""", Fields).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_OfMoreTagsThanAnybodyWrites_Fails()
    {
        var text = string.Concat(Enumerable.Repeat("{{ from }}", TemplateLimits.MaxTags));

        Assert.NotNull(Render(JsonSerializer.Serialize(new { a = text }), Fields).Json);
        Assert.Contains("fields at most", Render(JsonSerializer.Serialize(Enumerable.Repeat(text, 6).ToDictionary(_ => Guid.NewGuid().ToString())), Fields).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_OverLongTexts_StopAtTheirBudget()
    {
        var item = JsonSerializer.SerializeToElement(new { body = new string('é', 3_000_000) });

        Assert.Contains("too long for the filters", Render(Input("{{ body | url_encode | url_encode | url_encode | size }}"), item).Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ a[a[a[a[")]
    [InlineData("{{ a == a and a or a")]
    [InlineData("{{ ((((((((")]
    [InlineData("{{ a | b: c | d: '")]
    [InlineData("{{ a | b: \"}} {{")]
    public void Tag_OfAnyDepth_IsRefusedBeforeItIsParsed(string piece)
    {
        var text = "{{ " + string.Concat(Enumerable.Repeat(piece[2..], 9_000 / piece.Length)) + " }}";

        Assert.NotNull(_parser.Parse(text).Failure);
    }

    [Theory]
    [InlineData("now")]
    [InlineData("today")]
    public void Date_OfAWordThatMeansAClock_StaysTheWord(string word)
    {
        var item = JsonSerializer.SerializeToElement(new { subject = word });

        Assert.Equal(word, Body(Render(Input("{{ subject | date: '%Y' }}"), item)));
    }

    [Fact]
    public void Rendering_IsTheSame_UnderAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "," } };
        try
        {
            var item = JsonSerializer.SerializeToElement(new { size = 12.5, date = "2026-01-31T23:30:00-02:00" });

            Assert.Equal("12.5 12.5 01 February 01:30", Body(Render(Input("{{ size }} {{ size | default: '0' }} {{ date | date: '%d %B %H:%M' }}"), item)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Length")]
    [InlineData("GetType")]
    [InlineData("ValueKind")]
    [InlineData("EnumerateObject")]
    public void Member_OfTheRuntime_IsNoField(string member) =>
        Assert.Equal("", Body(Render(Input($$$"""{{ {{{member}}} }}{{ subject.{{{member}}} }}{{ to.{{{member}}} }}"""), Fields)));

    [Fact]
    public void Character_ThatAFilterCutInTwo_IsLeftOut()
    {
        var item = JsonSerializer.SerializeToElement(new { subject = "😀😀😀" });

        Assert.Equal("😀", Body(Render(Input("{{ subject | truncate: 3, '' }}"), item)));
    }

    [Fact]
    public void Rendering_OfAUsualInput_TakesMicroseconds()
    {
        var input = """{"to":"boss@example.com","subject":"Fwd: {{ subject | strip }}","body":"{{ fromName }} wrote on {{ date | date: '%-d %B' }}:\n{{ body }}"}""";
        var best = TimeSpan.MaxValue;
        for (var batch = 0; batch < 20; batch++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var turn = 0; turn < 100; turn++)
            {
                Render(input, Fields);
            }

            var each = Stopwatch.GetElapsedTime(started) / 100;
            best = each < best ? each : best;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{best.TotalMicroseconds:0.0} µs");
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMicroseconds(500));
    }

    private static string Input(string body) => JsonSerializer.Serialize(new { body });

    private static string? Body(RenderedInput rendered) => Parse(rendered.Json!).GetProperty("body").GetString();

    private RenderedInput Render(string input, JsonElement item) =>
        new TemplateRenderer(_parser).Render(input, item, [], TestContext.Current.CancellationToken);
}
