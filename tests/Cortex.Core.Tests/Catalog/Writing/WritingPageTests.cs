using Cortex.Catalog;
using Cortex.Core.Tests.Support;

namespace Cortex.Core.Tests.Catalog.Writing;

/// <summary>
/// Every example of the page compiles, and beside it stands what it compiles to. The text and the examples are in <c>writing-automations.template.md</c>;
/// the page is rewritten with <c>CORTEX_ACCEPT=1</c>.
/// </summary>
public sealed class WritingPageTests
{
    private static readonly string Template =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Cortex.Core.Tests", "Catalog", "Writing", "writing-automations.template.md"));

    [Fact]
    public void ThePage_ShowsAllOfTheCatalog_AndWhatTheExamplesCompileTo()
    {
        var (text, faults) = WritingPage.Of(Template, CortexCatalog.Known);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        AcceptedFile.Is(text, "docs", "writing-automations.md");
    }

    [Theory]
    [InlineData("@events gmail\nemail.received: When I get an email, archive it.", "There is no example for email.sent of gmail.")]
    [InlineData("@events gmail\nemail.lost: When I get an email, archive it.", "The catalog has no email.lost of gmail.")]
    [InlineData("@events gmail\nemail.sent: When I get an email, archive it.", "The example for email.sent is of something else: When I get an email, archive it.")]
    [InlineData("@fields email: When I get an email …, archive it.\nfrom: from ana@example.com", "There is no example for subject of email.")]
    [InlineData("@fields email: When I get an email …, archive it.\nfrom: that was sent on a whim", "is refused: When I get an email that was sent on a whim, archive it.")]
    [InlineData("@fields email: When I get an email …, archive it.\nfrom: ! from ana@example.com", "The example for from is no longer refused: from ana@example.com")]
    [InlineData("@tools gmail: When I get an email, ….\ngmail.forward: forward it to me", "No example gives the input body of gmail.forward.")]
    [InlineData("# Title", "The page does not show gmail fields email.")]
    [InlineData("| you write | Cortex answers |\n|---|---|\n| When I get an email, archive it. |", "is no longer refused: When I get an email, archive it.")]
    public void WhatIsMissingOrWrong_IsNamed(string template, string fault) => Assert.Contains(fault, WritingPage.Of(template, CortexCatalog.Known).Faults);
}
