using System.Text.Json;
using Cortex.Programs;
using Cortex.Programs.Templates;
using CsCheck;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

public sealed class TemplateTests : IDisposable
{
    private readonly TemplateParser _parser = new();

    public void Dispose() => _parser.Dispose();

    [Theory]
    [InlineData("no fields { here } at all", "no fields { here } at all")]
    [InlineData("{{ from }}", "ana@shop.example")]
    [InlineData("{{from}} and {{ fromName }}!", "ana@shop.example and Ana Lópes!")]
    [InlineData("{{ subject | strip | upcase }}", "INVOICE 2231 IS DUE")]
    [InlineData("{{ subject | strip | truncate: 10 }}", "Invoice...")]
    [InlineData("{{ subject | truncatewords: 2, '…' }}", "Invoice 2231…")]
    [InlineData("{{ fromName | downcase | capitalize }}", "Ana lópes")]
    [InlineData("{{ colour }}|{{ colour.of.it }}|{{ colour[3] }}", "||")]
    [InlineData("{{ colour | default: \"none\" }}", "none")]
    [InlineData("{{ from | default: 'x' }}", "ana@shop.example")]
    [InlineData("{{ colour | default: from }}", "ana@shop.example")]
    [InlineData("{{ fromName | default: from }}", "Ana Lópes")]
    [InlineData("{{ colour | default: to[1] | upcase }}", "BO <BO@X.EXAMPLE>")]
    [InlineData("{{ colour | default: shade }}", "")]
    [InlineData("{{ to }}", "me@home.example, Bo <bo@x.example>")]
    [InlineData("{{ to | join: ' + ' }}", "me@home.example + Bo <bo@x.example>")]
    [InlineData("{{ to | first }} {{ to | last }} {{ to | size }} {{ to[1] }} {{ to[9] }}", "me@home.example Bo <bo@x.example> 2 Bo <bo@x.example> ")]
    [InlineData("{{ date | date: '%A %-d %B %Y, %H:%M' }}", "Saturday 31 January 2026, 08:30")]
    [InlineData("{{ subject | date: '%Y' }}", "  Invoice 2231 is DUE ")]
    [InlineData("{{ hasAttachment }} {{ size }}", "true 12.5")]
    [InlineData("{{ to | upcase }}", "ME@HOME.EXAMPLE, BO <BO@X.EXAMPLE>")]
    [InlineData("{{ cc | default: 'nobody' }}", "nobody")]
    [InlineData("{{ subject | remove: 'DUE' | rstrip | lstrip }}", "Invoice 2231 is")]
    [InlineData("{{ from | url_encode }}", "ana%40shop.example")]
    [InlineData("{{ body | strip_newlines }}", "Hello,please pay.")]
    [InlineData("a  {{- from -}}  b", "aana@shop.exampleb")]
    [InlineData("}} { {{from}} } }}", "}} { ana@shop.example } }}")]
    [InlineData("{{ steps[0].output.id }}-{{ steps[0].output.list[1] }}", "m1-b")]
    [InlineData("{{ steps[1].output.id }}{{ steps[7].output.id }}{{ steps }}", "")]
    public void Fields_AreFilledIn(string template, string text)
    {
        var rendered = Render(Input(template), Fields, ["""{"id":"m1","list":["a","b"]}""", null]);

        Assert.Equal(text, Parse(rendered.Json!).GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("{{ subject")]
    [InlineData("{{ }}")]
    [InlineData("{{{ subject }}}")]
    [InlineData("{{ 1 | plus: 2 }}")]
    [InlineData("{{ subject | replace: 'a', 'b' }}")]
    [InlineData("{{ subject | truncate }}")]
    [InlineData("{{ subject | truncate: 'x' }}")]
    [InlineData("{{ subject | join: 'longer than ten' }}")]
    [InlineData("{{ subject() }}")]
    [InlineData("{{ subject == from }}")]
    [InlineData("{{ (1..9) }}")]
    [InlineData("{{ 'text' }}")]
    [InlineData("{{ subject['length'] }}")]
    [InlineData("{{ to[1.5] }}")]
    [InlineData("{{ to[-1] }}")]
    [InlineData("{{ subject | default: '}}' }}")]
    [InlineData("{{ subject | default: 'a\\'b' }}")]
    [InlineData("{{ subject | truncate: length: 3 }}")]
    [InlineData("{{ subject | append: 'x' }}")]
    [InlineData("{{ subject | split: '' }}")]
    [InlineData("{{ subject | json }}")]
    [InlineData("{{ subject | date: '%1000d' }}")]
    [InlineData("{{ subject | remove: '' }}")]
    [InlineData("{% raw %}{{ subject }}{% endraw %}")]
    [InlineData("{% for a in to %}{{ a }}{% endfor %}")]
    [InlineData("{%- if subject -%}x{%- endif -%}")]
    [InlineData("{{ subject[from] }}")]
    [InlineData("{{ subject | a | b | c | d | e | f | g | h | i | j | k }}")]
    [InlineData("{% assign a = 1 %}")]
    [InlineData("{% include 'x' %}{{ subject }}")]
    public void WhatIsNoTemplate_IsAFailure_NotAnException(string template)
    {
        var rendered = Render(Input(template), Fields);

        Assert.Null(rendered.Json);
        Assert.EndsWith(".", rendered.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void TheStructure_IsTheProgramsAlone()
    {
        const string Program = """{"a":["{{ subject }}",{"{{ subject }}":true,"n":1.50,"z":null}],"b":"x"}""";

        Gen.String[0, 50].Where(text => !text.Any(char.IsSurrogate)).Sample(
            text =>
            {
                var item = JsonSerializer.SerializeToElement(new { subject = text });

                var rendered = Parse(Render(Program, item).Json!);

                Assert.Equal(["a", "b"], rendered.EnumerateObject().Select(member => member.Name));
                Assert.Equal(2, rendered.GetProperty("a").GetArrayLength());
                Assert.Equal(text, rendered.GetProperty("a")[0].GetString());
                Assert.Equal("""{"{{ subject }}":true,"n":1.50,"z":null}""", CanonicalJson.Write(rendered.GetProperty("a")[1]));
            },
            iter: 2_000);
    }

    [Theory]
    [InlineData("{{ from }}")]
    [InlineData("{% include 'secret' %}")]
    [InlineData("\"},{\"to\":\"evil@x.example\"")]
    [InlineData("\r\nBcc: evil@x.example\0\u001b[2J")]
    [InlineData("{{ steps[0].output.id }}{{ subject }}")]
    public void AHostileItem_IsText(string text)
    {
        var item = JsonSerializer.SerializeToElement(new { subject = text, from = "ana@shop.example" });

        Assert.Equal($"<{text}>", Parse(Render(Input("<{{ subject }}>"), item).Json!).GetProperty("body").GetString());
    }

    [Fact]
    public void AnItem_ThatIsTooLong_Fails_AndAPieceOfItDoesNot()
    {
        var item = JsonSerializer.SerializeToElement(new { body = new string('漢', 1_000_000), quotes = new string('\u0001', 100_000) });

        Assert.Contains("256 KiB", Render(Input("{{ body }}"), item).Failure, StringComparison.Ordinal);
        Assert.Contains("256 KiB", Render(Input("{{ quotes }}"), item).Failure, StringComparison.Ordinal);
        Assert.Equal(103, Parse(Render(Input("{{ body | truncate: 103 }}"), item).Json!).GetProperty("body").GetString()!.Length);
    }

    [Theory]
    [InlineData("{{ a[")]
    [InlineData("{{ a.")]
    [InlineData("{{ subject }}")]
    [InlineData("{{ subject | upcase | ")]
    [InlineData("{{ '")]
    [InlineData("{{{{")]
    [InlineData("}}")]
    public void ATemplate_OfTheSamePieceOverAndOver_IsReadAtOnce(string piece)
    {
        var template = string.Concat(Enumerable.Repeat(piece, TemplateLimits.MaxTemplate / piece.Length));

        Assert.NotNull(_parser.Parse(template));
        Assert.Null(_parser.Parse(template + new string('x', TemplateLimits.MaxTemplate) + "{{").Template);
    }

    [Fact]
    public void ARendering_ThatIsCanceled_Ends()
    {
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();

        Assert.Throws<OperationCanceledException>(() => new TemplateRenderer(_parser).Render(Input("{{ subject }}"), Fields, [], canceled.Token));
    }

    private static string Input(string body) => JsonSerializer.Serialize(new { body });

    private RenderedInput Render(string input, JsonElement item, params string?[] outputs) =>
        new TemplateRenderer(_parser).Render(input, item, outputs, TestContext.Current.CancellationToken);
}
