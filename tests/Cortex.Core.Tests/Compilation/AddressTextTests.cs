using Cortex.Compilation.Grammar;

namespace Cortex.Core.Tests.Compilation;

public class AddressTextTests
{
    [Theory]
    [InlineData("a@b.co")]
    [InlineData("first.last+tag@sub.shop.example")]
    [InlineData("o'brien@shop.example")]
    [InlineData("jürgen@müller.example")]
    public void AnAddress_IsOne(string text) => Assert.True(AddressText.IsAddress(text));

    [Theory]
    [InlineData("")]
    [InlineData("@b.co")]
    [InlineData("*@b.co")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a@b@c.co")]
    [InlineData("a@b..co")]
    [InlineData(".a@b.co")]
    [InlineData("a..b@b.co")]
    [InlineData("a@-b.co")]
    [InlineData("a@b.1")]
    [InlineData("a b@c.co")]
    [InlineData("a@b.co, c@d.co")]
    [InlineData("a@b.co\r\nBcc: c@d.co")]
    [InlineData("Ana <a@b.co>")]
    [InlineData("\"a\"@b.co")]
    [InlineData("a(comment)@b.co")]
    [InlineData("a@[127.0.0.1]")]
    public void AnythingElse_IsNone(string text) => Assert.False(AddressText.IsAddress(text));

    [Theory]
    [InlineData("a@b.co. Then", 6)]
    [InlineData("a@b.co, then", 6)]
    [InlineData("a@b.co>", 6)]
    [InlineData("@b.co then", 5)]
    [InlineData("*@b.co then", 6)]
    [InlineData("b.co", 4)]
    [InlineData("boss", 0)]
    [InlineData("", 0)]
    public void InASentence_ItEndsWhereItEnds(string text, int length) => Assert.Equal(length, AddressText.Length(text, domains: true));
}
