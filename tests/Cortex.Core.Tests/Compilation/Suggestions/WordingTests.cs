using Cortex.Catalog;
using Cortex.Compilation.Suggestions;

namespace Cortex.Core.Tests.Compilation.Suggestions;

/// <summary>Holds <c>wordings.txt</c> to the compiler and to the catalog.</summary>
public class WordingTests
{
    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["person"] = "mira@harbour.example", ["address"] = "desk@pinewood.example", ["text"] = "\"Blue\"", ["meaning"] = "delayed parcel", ["amount"] = "5000",
        ["duration"] = "2 hours", ["moment"] = "tomorrow at 09:00", ["day"] = "2031-05-01", ["url"] = "https://pinewood.example/page",
    };

    public static TheoryData<string> Events => [.. Prompts(WordingRole.Event)];

    public static TheoryData<string> Conditions => [.. Prompts(WordingRole.Condition)];

    public static TheoryData<string> Actions => [.. Prompts(WordingRole.Action)];

    [Theory]
    [MemberData(nameof(Events))]
    public void AnEvent_Compiles(string prompt) => Compiling.Compiled(prompt);

    [Theory]
    [MemberData(nameof(Conditions))]
    public void ACondition_Compiles(string prompt) => Compiling.Compiled(prompt);

    [Theory]
    [MemberData(nameof(Actions))]
    public void AnAction_Compiles(string prompt) => Compiling.Compiled(prompt);

    [Fact]
    public void EveryEvent_HasAWording()
    {
        var said = Events.Select(row => Compiling.Compiled(row.Data).Program.Trigger).Select(trigger => trigger.Event).ToHashSet();

        Assert.Empty(CortexCatalog.Known.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Name).Except(said));
    }

    /// <summary>Lists cannot be filled from a prompt, nor what is looked up.</summary>
    [Fact]
    public void EveryTool_HasAWording_ButThoseThatNeedLists()
    {
        var said = Actions.SelectMany(row => Compiling.Compiled(row.Data).Program.Steps).Select(step => step.Tool).ToHashSet();

        Assert.Equal(
            ["ai.classify", "ai.extract", "calendar.find_events", "gmail.find"],
            CortexCatalog.Known.Tools.Select(tool => tool.Name).Except(said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnotherFormOfAWording_HasNoSlotThatTheWordingLacks() =>
        Assert.Empty(WordingBook.Known.SelectMany(wording => wording.Heard
            .Where(heard => PartWording.SlotsOf(heard).Select(slot => WordingSlot.Parse(slot).Takes).Except(wording.Slots.Select(slot => slot.Takes)).Any())));

    private static IEnumerable<string> Prompts(WordingRole role)
    {
        var samples = WordingBook.Known.Where(wording => wording is { Role: WordingRole.Event, Slots.Count: 0 }).ToLookup(wording => wording.Items[0], wording => wording.Canonical);
        foreach (var wording in WordingBook.Known.Where(wording => wording.Role == role))
        {
            var text = wording.Fill([.. wording.Slots.Select((slot, index) => index == 0 ? Samples[slot.Takes] : Samples[slot.Takes].Replace("mira", "ben", StringComparison.Ordinal))]);
            foreach (var item in wording.Items.Count == 0 ? ["email"] : wording.Items)
            {
                var happens = samples[item].First();
                yield return role switch
                {
                    WordingRole.Event => $"when {text} then: do nothing",
                    WordingRole.Condition => $"when {happens} {text} then: do nothing",
                    _ => $"when {happens} then: {text}",
                };
            }
        }
    }
}
