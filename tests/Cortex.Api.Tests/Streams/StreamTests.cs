using Cortex.Api.Tests.Support;
using Cortex.Storage.Jobs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Api.Tests.Streams;

/// <summary>What an open stream tells.</summary>
public sealed class StreamTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/cortex/stream";

    [Fact]
    public async Task Stream_WithoutAToken_IsRefused() => ProblemAssert.Is(401, await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, Path));

    [Fact]
    public async Task Stream_Opened_IsReadyAtOnce_AndNobodyMayHoldItBack()
    {
        using var user = fixture.Api.User(Seed.NewUid());

        await using var stream = await user.StreamAsync();
        var first = (await stream.NextAsync())!;

        Assert.Equal(("ready", "{}"), (first.Name, first.Data));
        Assert.NotEmpty(first.Id!);
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no", stream.Response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.True(stream.Response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("unit")]
    [InlineData("run")]
    [InlineData("event")]
    public async Task Object_ThatIsMade_ComesAsTheListShowsIt(string kind)
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        await using var stream = await user.StreamAsync();
        await stream.NextAsync();

        var id = kind switch
        {
            "unit" => (await fixture.Seed.UnitAsync(uid, "Café\n🙂")).ToString(),
            "run" => (await fixture.Seed.RunAsync(uid)).ToString(),
            _ => (await fixture.Seed.EventAsync(uid)).ToString(),
        };
        var told = await stream.NextObjectAsync();

        Assert.Equal((kind, id), (told.Name, (string)told.Json["id"]!));
        Assert.Contains($"[{told.Data}]", (await user.SendAsync(HttpMethod.Get, $"/api/cortex/{kind}s")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_ThatGetsOn_ComesAsItsRouteShowsIt()
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        await using var stream = await user.StreamAsync();
        await stream.NextAsync();
        var jobs = fixture.Api.Get<JobStore>();

        var id = await fixture.Seed.JobAsync(uid);
        var made = await stream.NextObjectAsync();
        await jobs.AdvanceAsync((await jobs.FindAsync(new(uid), id, CancellationToken.None))!, new(2, 1, "One was gone."), CancellationToken.None);
        var done = await stream.NextObjectAsync();

        Assert.Equal(("job", id.ToString(), "running", 0), (made.Name, (string)made.Json["id"]!, (string)made.Json["status"]!, (int)made.Json["done"]!));
        Assert.Equal(("job", "completed", 2, 1), (done.Name, (string)done.Json["status"]!, (int)done.Json["done"]!, (int)done.Json["failed"]!));
        Assert.Equal($$"""{"job":{{done.Data}}}""", (await user.SendAsync(HttpMethod.Get, $"/api/cortex/jobs/{id}")).Body);
    }

    [Fact]
    public async Task Unit_ThatIsChangedAndDeleted_SaysSo()
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        var id = await fixture.Seed.UnitAsync(uid);
        await using var stream = await user.StreamAsync();
        await stream.NextAsync();
        var units = fixture.Api.Get<UnitStore>();

        await units.SetStatusAsync((await units.FindAsync(id, CancellationToken.None))!, UnitStatus.Paused, CancellationToken.None);
        var paused = await stream.NextObjectAsync();
        await units.DeleteAsync((await units.FindAsync(id, CancellationToken.None))!, CancellationToken.None);
        var deleted = await stream.NextObjectAsync();

        Assert.Equal(("unit", id.ToString(), "paused"), (paused.Name, (string)paused.Json["id"]!, (string)paused.Json["status"]!));
        Assert.Equal(("unit", $$"""{"id":"{{id}}","deleted":true}"""), (deleted.Name, deleted.Data));
    }

    [Fact]
    public async Task Event_ThatIsProcessed_ComesAgain()
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        await using var stream = await user.StreamAsync();
        await stream.NextAsync();

        var id = (await fixture.Seed.EventAsync(uid, fates: "[]")).ToString();
        var processed = await stream.NextAsync(m => (string)m.Json["status"]! == "processed");

        Assert.Equal(("event", id, "ran"), (processed.Name, (string)processed.Json["id"]!, (string)processed.Json["outcome"]!));
    }

    [Fact]
    public async Task Stream_TellsNothingOfOthers_AndNothingOfBefore()
    {
        var (ada, bob) = (Seed.NewUid(), Seed.NewUid());
        await fixture.Seed.UnitAsync(bob, "Before");
        using var adas = fixture.Api.User(ada);
        using var bobs = fixture.Api.User(bob);
        await using var adasStream = await adas.StreamAsync();
        await using var bobsStream = await bobs.StreamAsync();
        await adasStream.NextAsync();
        await bobsStream.NextAsync();

        await fixture.Seed.UnitAsync(ada, "Ada's");
        await fixture.Seed.RunAsync(ada);
        await fixture.Seed.EventAsync(ada);
        Assert.Equal("Ada's", (string)(await adasStream.NextAsync(m => m.Name == "unit")).Json["name"]!);
        await fixture.Seed.UnitAsync(bob, "Bob's");

        Assert.Equal("Bob's", (string?)(await bobsStream.NextObjectAsync()).Json["name"]);
    }

    [Fact]
    public async Task Object_IsToldOncePerStream()
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        await using var stream = await user.StreamAsync();
        await stream.NextAsync();

        List<string> told = [];
        for (var n = 0; n < 3; n++)
        {
            // Each is told by a later look, which finds those before it again.
            await fixture.Seed.UnitAsync(uid, $"{n}");
            told.Add((string)(await stream.NextObjectAsync()).Json["name"]!);
        }

        Assert.Equal(["0", "1", "2"], told);
    }

    [Fact]
    public async Task Change_ThatCommitsLate_IsStillTold()
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        var id = await fixture.Seed.RunAsync(uid);
        await using var stream = await user.StreamAsync();
        await stream.NextAsync();

        // As if the transaction that wrote it had taken fifteen seconds.
        await StoredChanges.ExecuteAsync(fixture.Api, $"UPDATE runs SET revision = revision + 1, updated_at = clock_timestamp() - interval '15 seconds' WHERE id = '{id.Value}'");

        Assert.Equal(id.ToString(), (string)(await stream.NextObjectAsync()).Json["id"]!);
    }

    [Fact]
    public async Task Stream_WithALastId_TellsWhatWasMissed()
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        string lastId;
        await using (var stream = await user.StreamAsync())
        {
            await stream.NextAsync();
            await fixture.Seed.UnitAsync(uid, "Told");
            lastId = (await stream.NextObjectAsync()).Id!;
        }

        var missed = new[] { (await fixture.Seed.UnitAsync(uid, "Missed")).ToString(), (await fixture.Seed.RunAsync(uid)).ToString(), (await fixture.Seed.EventAsync(uid)).ToString() };

        await using var resumed = await user.StreamAsync(lastId);
        var first = (await resumed.NextAsync())!;
        Assert.Equal(("ready", lastId), (first.Name, first.Id));
        HashSet<string> told = [];
        while (!told.IsSupersetOf(missed))
        {
            told.Add((string)(await resumed.NextObjectAsync()).Json["id"]!);
        }
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("__________8")]
    public async Task Stream_WithAnIdThatIsNone_BeginsWithAReset_AndGoesOnFromNow(string id)
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        await fixture.Seed.UnitAsync(uid, "Before");

        await using var stream = await user.StreamAsync(id);
        var first = (await stream.NextAsync())!;
        await fixture.Seed.UnitAsync(uid, "After");

        Assert.Equal("reset", first.Name);
        Assert.NotEqual(id, first.Id);
        Assert.Equal("After", (string)(await stream.NextObjectAsync()).Json["name"]!);
    }

    [Theory]
    [InlineData(-61, "reset")]
    [InlineData(-59, "ready")]
    [InlineData(1, "reset")]
    public async Task Stream_WithAnIdFromSoManyMinutesAway_BeginsWith(int minutes, string name)
    {
        using var user = fixture.Api.User(Seed.NewUid());
        await using var stream = await user.StreamAsync();
        var id = StoredChanges.Move((await stream.NextAsync())!.Id!, TimeSpan.FromMinutes(minutes));

        await using var other = await user.StreamAsync(id);

        Assert.Equal(name, (await other.NextAsync())!.Name);
    }

    [Fact]
    public async Task MoreChangesThanCanBeTold_AreAReset_AndLaterOnesAreTold()
    {
        var uid = Seed.NewUid();
        using var user = fixture.Api.User(uid);
        var unit = await fixture.Seed.UnitAsync(uid);
        await using var stream = await user.StreamAsync();
        var begun = (await stream.NextAsync())!;

        await StoredChanges.CopyUnitAsync(fixture.Api, unit, count: 501);
        Assert.Equal("reset", (await stream.NextAsync())!.Name);
        await fixture.Seed.UnitAsync(uid, "Later");
        Assert.Equal("Later", (string)(await stream.NextObjectAsync()).Json["name"]!);

        await using var resumed = await user.StreamAsync(begun.Id);
        Assert.Equal("reset", (await resumed.NextAsync())!.Name);
    }

    [Fact]
    public async Task Document_DescribesTheStream()
    {
        var operation = (await OpenApi.OperationsAsync(fixture.Api)).Single(o => o.Path == Path).Node;

        Assert.NotNull(operation["responses"]!["200"]!["content"]!["text/event-stream"]);
        Assert.Contains("reset", (string)operation["description"]!, StringComparison.Ordinal);
        Assert.Equal("Last-Event-ID", (string)Assert.Single(operation["parameters"]!.AsArray())!["name"]!);
    }
}
