using Cortex.Catalog;
using Cortex.Compilation.Grammar;

namespace Cortex.Core.Tests.Catalog;

public class CatalogTests
{
    private static readonly CortexCatalog Known = CortexCatalog.Known;

    private static IEnumerable<TriggerInfo> Triggers => Known.Providers.SelectMany(provider => provider.Triggers);

    [Fact]
    public void Names_AreThePublicOnes()
    {
        Assert.Equal(
            [
                "none", "notify.user", "wait", "ai.summarize", "ai.draft", "ai.extract", "ai.classify",
                "gmail.send_email", "gmail.reply", "gmail.forward", "gmail.create_draft", "gmail.add_label", "gmail.remove_label", "gmail.archive", "gmail.mark_read",
                "gmail.mark_spam", "gmail.star", "gmail.trash", "gmail.find",
                "calendar.create_event", "calendar.update_event", "calendar.delete_event", "calendar.find_events",
                "salesforce.create_record", "salesforce.update_record", "salesforce.find_record",
            ],
            Known.Tools.Select(tool => tool.Name));
        Assert.NotNull(Known.FindTrigger("gmail", "email.received"));
        Assert.Equal("gmail", Known.ProviderOf("gmail.reply"));
        Assert.Null(Known.ProviderOf("none"));
    }

    [Fact]
    public void AFieldName_MeansTheSameKind_InEveryItem() =>
        Assert.All(
            Triggers.Select(trigger => trigger.Item).Distinct().SelectMany(item => item.Fields).GroupBy(field => field.Name),
            fields => Assert.Single(fields.Select(field => field.Kind).Distinct()));

    [Fact]
    public void AWord_NamesOneField_OfAnItem() =>
        Assert.All(
            Triggers.Select(trigger => trigger.Item).Distinct(),
            item => Assert.Distinct(item.Fields.SelectMany(FieldNames.Of)));

    [Fact]
    public void ADisplayName_IsAFieldOfTheSameItem() =>
        Assert.All(
            Triggers.SelectMany(trigger => trigger.Item.Fields, (trigger, field) => (trigger.Item, field.DisplayName)).Where(pair => pair.DisplayName is not null),
            pair => Assert.NotNull(pair.Item.Find(pair.DisplayName!)));

    [Fact]
    public void EveryTool_CanBeAskedFor_AndAsksForWhatItMisses() =>
        Assert.All(Known.Tools, tool =>
        {
            Assert.NotEmpty(tool.Phrases);
            Assert.All(tool.Inputs.Where(input => input.Required && input.Default is null), input => Assert.NotNull(input.Question));
        });

    [Fact]
    public void EveryPhrase_IsInTheNotation() => Assert.NotNull(new SentenceGrammar(Known));

    [Theory]
    [InlineData("(a|b")]
    [InlineData("{to")]
    [InlineData("a)")]
    [InlineData("")]
    public void APhrase_OutOfTheNotation_IsNoticedAtStart(string phrase) => Assert.Throws<InvalidOperationException>(() => PhraseNotation.Parse(phrase));

    [Fact]
    public void ExamplesOfAddresses_AreAddresses() =>
        Assert.All(
            Triggers.SelectMany(trigger => trigger.Item.Fields).Where(field => field.IsAddress),
            field => Assert.True(AddressText.IsAddress(field.Example), field.Name));
}
