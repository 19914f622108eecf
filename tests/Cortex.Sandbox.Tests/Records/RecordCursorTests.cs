using System.Globalization;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Tests.Records;

public sealed class RecordCursorTests
{
    private const string Text = "MjAyNi0wOC0yMVQxODo0MDowMS40NzE0NDErMDA6MDB8fDE1Y2NjODA1LTY0ZDUtNDk0MC1hN2UwLTQ1ZmM3MDQ5OTdhMQ==";
    private const string Id = "15ccc805-64d5-4940-a7e0-45fc704997a1";
    private static readonly DateTimeOffset Stamp = DateTimeOffset.Parse("2026-08-21T18:40:01.471441+00:00", CultureInfo.InvariantCulture);

    [Fact]
    public void Write_KnownPlace_GivesTheKnownCursor() => Assert.Equal(Text, new RecordCursor(Stamp, Id).ToString());

    [Fact]
    public void Parse_KnownCursor_GivesThePlace() => Assert.Equal(new RecordCursor(Stamp, Id), RecordCursor.TryParse(Text));

    [Theory]
    [InlineData("no base64!")]
    [InlineData("YWJj")]
    [InlineData("YWJjfHxkZWY=")]
    public void Parse_AnythingElse_GivesNothing(string text) => Assert.Null(RecordCursor.TryParse(text));
}
