using System.Text.Json.Nodes;
using Cortex.Connections;
using Cortex.Storage.Units;

namespace Cortex.Core.Tests.Connections;

public sealed class FateBookTests
{
    private static readonly UnitRoute Unit = new(UnitId.New(DateTimeOffset.UnixEpoch), "A unit", 1, "email.received");

    [Fact]
    public void Outcome_IsTheMostTellingFate()
    {
        var book = FateBook.Open([]);
        Assert.Equal(("ignored", true), (book.Outcome, book.IsEmpty));

        book.Add(Item("1"), Unit, new(FateKind.TooOld));
        Assert.Equal("too_old", book.Outcome);
        book.Add(Item("2"), Unit, new(FateKind.Filtered));
        Assert.Equal("filtered", book.Outcome);
        book.Add(Item("3"), Unit, new(FateKind.Ran, RunId.New(DateTimeOffset.UnixEpoch)));
        Assert.Equal(("ran", 1), (book.Outcome, book.Runs));
    }

    [Fact]
    public void EveryItem_IsInExactlyOneLine_HoweverManyThereAre()
    {
        var book = FateBook.Open([]);
        for (var n = 0; n < FateBook.EntriesMax + 500; n++)
        {
            book.Add(Item($"{n}"), Unit, new(FateKind.Filtered, Condition: "sender is x", Saw: "y"));
        }

        var reopened = FateBook.Open([book.ToJson()]);
        reopened.Add(Item("last"), Unit, new(FateKind.TooOld));
        var lines = JsonNode.Parse(reopened.ToJson())!.AsArray();

        Assert.Equal(FateBook.EntriesMax + 501, lines.Sum(l => (int)l!["count"]!));
        Assert.Equal(FateBook.EntriesMax + 2, lines.Count);
    }

    [Fact]
    public void ItemsThatAreTooOld_AreNamed_AndCountedWhereThereAreMany()
    {
        var book = FateBook.Open([]);
        for (var n = 0; n < FateBook.OldEntriesMax + 3; n++)
        {
            book = FateBook.Open([book.ToJson()]);
            book.Add(Item($"{n}"), Unit, new(FateKind.TooOld));
        }

        var lines = JsonNode.Parse(book.ToJson())!.AsArray();

        Assert.Equal(FateBook.OldEntriesMax, lines.Count(l => l!["itemId"] is not null));
        Assert.Equal(3, (int)Assert.Single(lines, l => l!["itemId"] is null)!["count"]!);
    }

    [Fact]
    public void Digest_SaysWhatTheFatesComeTo_AlsoAfterAnInterruption()
    {
        var run = RunId.New(DateTimeOffset.UnixEpoch);
        var book = FateBook.Open([]);
        book.Add(Item("1"), Unit, new(FateKind.Filtered));
        book.Add(Item("2") with { FieldsJson = """{"subject":" Two\u0000\nlines "}""" }, Unit, new(FateKind.Ran, run));
        book.Add(Item("3"), Unit, new(FateKind.Filtered));

        var digest = FateBook.Open([book.ToJson()]).Digest;

        Assert.Equal(("Two  lines", """{"filtered":2,"ran":1}"""), (digest.Summary, digest.CountsJson));
        Assert.Equal([run], digest.Runs);
    }

    [Fact]
    public void Pages_AreWhatWasAddedSince_AndTogetherTheWhole()
    {
        var book = FateBook.Open([]);
        List<string> pages = [];
        var id = DeliveryId.New(DateTimeOffset.UnixEpoch);
        for (var n = 0; n < 50; n++)
        {
            for (var k = 0; k < 100; k++)
            {
                book.Add(Item($"{n}-{k}"), Unit, new(k == 0 ? FateKind.Ran : FateKind.TooOld, k == 0 ? RunId.New(DateTimeOffset.UnixEpoch) : null));
            }

            var page = book.TakePage(id);
            Assert.Equal((id, n), (page.Delivery, page.Page));
            pages.Add(page.FatesJson);
        }

        // What is written does not grow with what was written before.
        Assert.InRange(pages[^1].Length, 1, 2 * pages[0].Length);
        var reopened = FateBook.Open(pages);
        Assert.Equal((book.ToJson(), 50, 50), (reopened.ToJson(), reopened.Runs, reopened.Pages));
        Assert.Equal("[]", reopened.TakePage(id).FatesJson);
    }

    [Fact]
    public void Runs_AreNamed_AndCountedWhereThereAreMany()
    {
        var book = FateBook.Open([]);
        for (var n = 0; n < FateBook.RunEntriesMax + 5; n++)
        {
            book.Add(Item($"{n}"), Unit, new(FateKind.Ran, RunId.New(DateTimeOffset.UnixEpoch)));
        }

        Assert.Equal(FateBook.RunEntriesMax + 5, book.Runs);
        Assert.Equal(FateBook.RunEntriesMax + 1, JsonNode.Parse(book.ToJson())!.AsArray().Count);
        Assert.Equal($$"""{"ran":{{FateBook.RunEntriesMax + 5}}}""", book.Digest.CountsJson);
    }

    private static Item Item(string id) => new(ConnectionKey.For("k", "c"), Providers.Gmail, "email.received", "email", id, "received", DateTimeOffset.UnixEpoch, "{}");
}
