using System.Text.Json.Nodes;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Tests.Json;

public sealed class StableJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":{"d":[{"z":1,"y":2}],"c":null}}""", """{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}""")]
    [InlineData("""{"a_b":1,"aB":2,"ab":3,"A":4}""", """{"A":4,"aB":2,"a_b":1,"ab":3}""")]
    [InlineData("""{ "x" : [ true , 1.50 , "s" ] }""", """{"x":[true,1.50,"s"]}""")]
    public void Write_AnyObject_SortsKeysByCodeUnitAndDropsSpaces(string json, string expected)
        => Assert.Equal(expected, StableJson.Write(JsonNode.Parse(json)));

    [Fact]
    public void Write_KeysBeyondTheBasicPlane_SortsBySurrogatesNotByCodePoint()
    {
        // U+1F642 is above U+FF21 as a code point, but its first code unit, D83D, is below FF21.
        var json = new JsonObject { ["\uFF21"] = 1, ["\U0001F642"] = 2 };

        Assert.Equal("{\"\U0001F642\":2,\"\uFF21\":1}", StableJson.Write(json));
    }

    [Fact]
    public void Write_Text_EscapesWhatJavaScriptEscapesAndNothingElse()
    {
        var json = JsonValue.Create("\"\\/\b\f\n\r\t\u0001<é'&\u2028\U0001F642\u007f");

        Assert.Equal("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001<é'&\u2028\U0001F642\u007f\"", StableJson.Write(json));
    }

    [Fact]
    public void Write_LoneSurrogate_IsEscaped()
        => Assert.Equal("\"a\\ud800b\"", StableJson.Write(JsonValue.Create("a\ud800b")));
}
