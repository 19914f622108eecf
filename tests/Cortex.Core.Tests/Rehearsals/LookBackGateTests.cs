using Cortex.Rehearsals;

namespace Cortex.Core.Tests.Rehearsals;

public sealed class LookBackGateTests
{
    private static readonly UserId Ada = new("ada");

    private readonly LookBackGate _gate = new();

    [Fact]
    public async Task LooksOfOneUser_FollowOneAnother_AndTooManyAreRefused()
    {
        var first = await _gate.TryEnterAsync(Ada, default);
        var others = Enumerable.Range(1, LookBackGate.OfUserMax - 1).Select(_ => _gate.TryEnterAsync(Ada, default)).ToList();

        Assert.Null(await _gate.TryEnterAsync(Ada, default));
        Assert.DoesNotContain(others, look => look.IsCompleted);

        first!.Dispose();
        foreach (var look in others)
        {
            (await look)!.Dispose();
        }

        Assert.NotNull(await _gate.TryEnterAsync(Ada, default));
    }

    [Fact]
    public async Task OneUsersLooks_LeaveRoomForOthers()
    {
        List<Task<IDisposable?>> ofAda = [.. Enumerable.Range(0, LookBackGate.OfUserMax).Select(_ => _gate.TryEnterAsync(Ada, default))];

        var others = Enumerable.Range(1, LookBackGate.LooksMax - 1).Select(n => _gate.TryEnterAsync(new($"user-{n}"), default)).ToList();
        Assert.All(others, look => Assert.True(look.IsCompletedSuccessfully));

        var late = _gate.TryEnterAsync(new("late"), default);
        Assert.False(late.IsCompleted);
        (await others[0])!.Dispose();
        Assert.NotNull(await late);
        Assert.NotNull(await ofAda[0]);
    }

    [Fact]
    public async Task ALookThatIsGivenUpWhileItWaits_FreesItsPlace()
    {
        using var given = new CancellationTokenSource();
        var first = await _gate.TryEnterAsync(Ada, default);
        var waiting = Enumerable.Range(1, LookBackGate.OfUserMax - 1).Select(_ => _gate.TryEnterAsync(Ada, given.Token)).ToList();
        Assert.Null(await _gate.TryEnterAsync(Ada, default));

        await given.CancelAsync();
        foreach (var look in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look);
        }

        var next = _gate.TryEnterAsync(Ada, default);
        Assert.False(next.IsCompleted);
        first!.Dispose();
        Assert.NotNull(await next);
    }
}
