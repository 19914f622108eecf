using Cortex.Core.Tests.Support;
using Cortex.Nango;

namespace Cortex.Core.Tests.Nango;

public sealed class NangoRecordsTests
{
    private const string Page = """
        {"next_cursor":"bmV4dA==","records":[
          {"id":"19ddaf5caac0bbf9","subject":"Hi","_nango_metadata":{"first_seen_at":"2026-08-21T18:40:01.471441+00:00","last_modified_at":"2026-08-21T18:41:02.000001+00:00","last_action":"UPDATED","deleted_at":null,"pruned_at":null,"cursor":"Y3Vyc29yMQ=="}},
          {"id":42,"_nango_metadata":{"first_seen_at":"2026-08-21T18:40:01+00:00","last_modified_at":"2026-08-21T18:40:01+00:00","last_action":"added","deleted_at":null,"cursor":"Y3Vyc29yMg=="}},
          {"id":"gone","_nango_metadata":{"first_seen_at":"2026-08-21T18:40:01+00:00","last_modified_at":"2026-08-21T18:40:01+00:00","last_action":"DELETED","deleted_at":"2026-08-21T18:40:01+00:00","cursor":"Y3Vyc29yMw=="}}]}
        """;

    private const string EmptyPage = """{"next_cursor":null,"records":[]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RecordsQuery Query => new("google-mail-ynxw", "c-1", "GmailEmail", null, null, null, 100);

    [Fact]
    public async Task Records_OfAModel_AreAskedForAsNangoWantsIt()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json(EmptyPage));

        await bench.Client.ListRecordsAsync(Query, Cancellation);

        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal("GET /records?model=GmailEmail&limit=100", $"{request.Method} {request.Target}");
        Assert.Equal($"Bearer {NangoBench.SecretKey}", request.Headers["Authorization"]);
        Assert.Equal("c-1", request.Headers["Connection-Id"]);
        Assert.Equal("google-mail-ynxw", request.Headers["Provider-Config-Key"]);
        Assert.DoesNotContain("Content-Type", request.Headers.Keys);
    }

    [Fact]
    public async Task Records_FromACursorOfAVariant_NameAllThree()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json(EmptyPage));
        var after = new DateTimeOffset(2026, 8, 21, 20, 39, 5, 123, TimeSpan.FromHours(2)).AddTicks(9_999);

        await bench.Client.ListRecordsAsync(Query with { Variant = "emea", Cursor = "a+b/c==", ModifiedAfter = after, Limit = 7 }, Cancellation);

        Assert.Equal(["GET /records?model=GmailEmail&variant=emea&cursor=a%2Bb%2Fc%3D%3D&modified_after=2026-08-21T18%3A39%3A05.123Z&limit=7"], bench.Server.Calls);
    }

    [Theory]
    [InlineData("base", 364, 100, "GET /records?model=GmailEmail&modified_after=2025-08-22T19%3A00%3A00.000Z&limit=100")]
    [InlineData("", 365, 100, "GET /records?model=GmailEmail&limit=100")]
    [InlineData(null, 4_000, 0, "GET /records?model=GmailEmail&limit=1")]
    [InlineData(null, 366, 99_999, "GET /records?model=GmailEmail&limit=1000")]
    public async Task Records_WithWhatNangoWouldRefuse_LeaveItOut(string? variant, int daysAgo, int limit, string call)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json(EmptyPage));

        await bench.Client.ListRecordsAsync(Query with { Variant = variant, ModifiedAfter = NangoBench.Now.AddDays(-daysAgo), Limit = limit }, Cancellation);

        Assert.Equal([call], bench.Server.Calls);
    }

    [Fact]
    public async Task Records_OfAPage_KeepTheirMetadata()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json(Page));

        var page = await bench.Client.ListRecordsAsync(Query, Cancellation);

        Assert.Equal("bmV4dA==", page.NextCursor);
        Assert.Equal(["19ddaf5caac0bbf9", "42", "gone"], page.Records.Select(record => record.Id));
        Assert.Equal([RecordAction.Updated, RecordAction.Added, RecordAction.Deleted], page.Records.Select(record => record.Action));
        Assert.Equal(["Y3Vyc29yMQ==", "Y3Vyc29yMg==", "Y3Vyc29yMw=="], page.Records.Select(record => record.Cursor));
        Assert.Equal("Hi", page.Records[0].Body.Text("subject"));
        Assert.Equal(new DateTimeOffset(2026, 8, 21, 18, 41, 2, TimeSpan.Zero).AddTicks(10), page.Records[0].LastModifiedAt);
        Assert.Equal(new DateTimeOffset(2026, 8, 21, 18, 40, 1, TimeSpan.Zero).AddTicks(4_714_410), page.Records[0].FirstSeenAt);
    }

    [Fact]
    public async Task Records_WithoutIdOrMetadata_ArePassedOverAndLogged()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("""{"next_cursor":null,"records":[{"id":"a"},{"_nango_metadata":{}},7,{"id":"","_nango_metadata":{"cursor":"x","last_modified_at":"2026-08-21T18:40:01+00:00"}}]}"""));

        Assert.Empty((await bench.Client.ListRecordsAsync(Query, Cancellation)).Records);
        Assert.Contains("4 records of model GmailEmail", bench.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_WithLoneSurrogates_AreReadable()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("""{"next_cursor":null,"records":[{"id":"a","subject":"x\ud800y","_nango_metadata":{"cursor":"x","last_modified_at":"2026-08-21T18:40:01+00:00"}}]}"""));

        Assert.Equal("x\uFFFDy", (await bench.Client.ListRecordsAsync(Query, Cancellation)).Records[0].Body.Text("subject"));
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("{\"records\":")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task Records_FromAnAnswerThatIsNoPage_AreUnavailable(string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json(body));

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));

        Assert.Equal(NangoFailure.Unavailable, failure.Kind);
        Assert.DoesNotContain("html", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_OfAPageTooLarge_AreAskedForInSmallerPages()
    {
        await using var bench = await NangoBench.StartAsync(options => options.AnswerBytesMax = 1_024);
        bench.Server.Script(Reply.Endless(), Reply.Endless(), Reply.Json(EmptyPage));

        await bench.Client.ListRecordsAsync(Query, Cancellation);

        Assert.Equal(["100", "12", "1"], bench.Server.Calls.Select(call => call.Split("limit=")[1]));
    }

    [Fact]
    public async Task Records_OfWhichOneAloneIsTooLarge_AreRejected()
    {
        await using var bench = await NangoBench.StartAsync(options => options.RecordBytesMax = 1_024);
        bench.Server.Script(Reply.Endless());

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query with { Limit = 1 }, Cancellation));

        Assert.Equal(NangoFailure.Rejected, failure.Kind);
    }

    [Fact]
    public async Task Records_OfAnImpossibleConnection_AreNotAskedFor()
    {
        await using var bench = await NangoBench.StartAsync();

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query with { ConnectionId = "a\r\nX-Evil: 1" }, Cancellation));

        Assert.Equal(NangoFailure.UnknownConnection, failure.Kind);
        Assert.Empty(bench.Server.Requests);
    }
}
