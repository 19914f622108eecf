using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Notifications;

public sealed class NotificationTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/cortex/notifications";

    [Fact]
    public async Task Notification_HasItsText_ItsAutomationAndItsRun()
    {
        var uid = Seed.NewUid();
        var run = RunId.New(TimeProvider.System.GetUtcNow());
        var id = await fixture.Seed.NotificationAsync(uid, run, "Café 🙂\n<b>now</b>");
        using var user = fixture.Api.User(uid);

        var shown = Assert.Single((await user.SendAsync(HttpMethod.Get, Path)).Ok()["notifications"]!.AsArray())!;

        Assert.Equal(["id", "text", "unitId", "unitName", "runId", "createdAt"], shown.AsObject().Select(p => p.Key));
        Assert.Equal((id.ToString(), "Café 🙂\n<b>now</b>", run.ToString()), ((string)shown["id"]!, (string)shown["text"]!, (string)shown["runId"]!));
        Assert.EndsWith("Z", (string)shown["createdAt"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notification_ToldTwiceByOneStep_IsThereOnce()
    {
        var uid = Seed.NewUid();
        var run = RunId.New(TimeProvider.System.GetUtcNow());
        var first = await fixture.Seed.NotificationAsync(uid, run);
        await fixture.Seed.NotificationAsync(uid, run, "Again.");
        using var user = fixture.Api.User(uid);

        var shown = Assert.Single((await user.SendAsync(HttpMethod.Get, Path)).Ok()["notifications"]!.AsArray())!;

        Assert.Equal((first.ToString(), "An email came."), ((string)shown["id"]!, (string)shown["text"]!));
    }

    [Fact]
    public async Task List_WithoutAToken_IsRefused() => ProblemAssert.Is(401, await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, Path));
}
