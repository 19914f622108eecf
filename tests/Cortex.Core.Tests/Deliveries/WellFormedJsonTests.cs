using System.Text;
using System.Text.Json;
using CsCheck;

namespace Cortex.Core.Tests.Deliveries;

public sealed class WellFormedJsonTests
{
    [Theory]
    [InlineData("{\"a\":\"\\ud83d\\ude00 \\\\ud800 \\n\"}")]
    [InlineData("{\"a\":\"\\uD83D\\uDE00\"}")]
    [InlineData("[]")]
    [InlineData("")]
    public void Json_ThatIsSound_IsReturnedItself(string json)
    {
        ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(json);

        Assert.True(bytes.Equals(WellFormedJson.Repair(bytes)));
    }

    [Theory]
    [InlineData("\"\\ud800\"", "\uFFFD")]
    [InlineData("\"\\uDC00x\"", "\uFFFDx")]
    [InlineData("\"\\ud800\\ud83d\\ude00\"", "\uFFFD\U0001F600")]
    [InlineData("\"\\ude00\\ud83d\"", "\uFFFD\uFFFD")]
    [InlineData("\"\\\\\\ud800\"", "\\\uFFFD")]
    [InlineData("\"\\ud83d\\\\ude00\"", "\uFFFD\\ude00")]
    public void Json_WithALoneSurrogate_HasAReplacementInItsPlace(string json, string text)
    {
        using var document = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(text, document.RootElement.GetString());
    }

    [Fact]
    public void Element_WithALoneSurrogate_CanBeReadAfterwards()
    {
        using var document = JsonDocument.Parse("""{"type":"a\ud800","b\udc00":1}""");

        Assert.Throws<InvalidOperationException>(() => document.RootElement.Text("type"));
        Assert.Throws<InvalidOperationException>(() => document.RootElement.EnumerateObject().Last().Name);
        var repaired = WellFormedJson.Repair(document.RootElement);
        Assert.Equal("a\uFFFD", repaired.Text("type"));
        Assert.Equal("b\uFFFD", repaired.EnumerateObject().Last().Name);
    }

    [Fact]
    public void Element_ThatIsUndefined_StaysSo() => Assert.Equal(JsonValueKind.Undefined, WellFormedJson.Repair(default(JsonElement)).ValueKind);

    [Fact]
    public void Json_OfAnyEscapes_ReadsAsARightEncoderWouldReadThem() =>
        Gen.OneOf("\\ud83d", "\\ude00", "\\\\", "u", "d800", "\\n", "\\u0041").Array[0, 12].Sample(pieces =>
        {
            using var document = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes($"\"{string.Concat(pieces)}\"")));
            var units = string.Concat(pieces.Select(piece => piece switch { "\\ud83d" => "\ud83d", "\\ude00" => "\ude00", "\\\\" => "\\", "\\n" => "\n", "\\u0041" => "A", _ => piece }));
            return document.RootElement.GetString() == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(units));
        });
}
