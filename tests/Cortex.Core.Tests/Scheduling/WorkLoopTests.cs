using Cortex.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Scheduling;

public sealed class WorkLoopTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<Exception> _failures = [];
    private readonly WorkLoop _loop;
    private ManualAlarm _alarm = null!;
    private int _worked;
    private Func<CancellationToken, Task<DateTimeOffset?>> _work = _ => Task.FromResult<DateTimeOffset?>(null);

    public WorkLoopTests() => _loop = new(
        callback => _alarm = new ManualAlarm(callback),
        token =>
        {
            _worked++;
            return _work(token);
        },
        _failures.Add, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)), _time);

    [Fact]
    public async Task TwoPokesInOneTurn_AreOnePieceOfWork()
    {
        _loop.Poke();
        _loop.Poke();
        await _alarm.GoOffAndRunAsync();

        Assert.Equal((1, null), (_worked, _alarm.Due));
    }

    /// <summary>What lost a poke before: the second made an alarm of its own, which the first one's work then disposed of.</summary>
    [Fact]
    public async Task PokeBehindTheGoingOff_AndBeforeTheCallback_IsNotLost()
    {
        _loop.Poke();
        _alarm.GoOff();
        _loop.Poke();
        await _alarm.RunAsync();

        Assert.Equal((1, null), (_worked, _alarm.Due));
    }

    [Fact]
    public async Task PokeDuringWork_HasItDoneOnceMore_InTheSameTurn()
    {
        _work = _ =>
        {
            if (_worked == 1)
            {
                Assert.True(_loop.IsWorking);
                _loop.Poke();
                _loop.Poke();
            }

            return Task.FromResult<DateTimeOffset?>(null);
        };
        _loop.Poke();
        await _alarm.GoOffAndRunAsync();

        Assert.Equal((2, null, false), (_worked, _alarm.Due, _loop.IsWorking));
    }

    [Fact]
    public async Task WorkNamesATime_IsDoneThen_AndNotBefore()
    {
        var at = _time.GetUtcNow() + TimeSpan.FromSeconds(10.0001);
        _work = _ => Task.FromResult<DateTimeOffset?>(_worked == 1 ? at : null);
        _loop.Poke();
        await _alarm.GoOffAndRunAsync();
        Assert.Equal(TimeSpan.FromMilliseconds(10_001), _alarm.Due);

        _time.Advance(TimeSpan.FromSeconds(9));
        await _alarm.GoOffAndRunAsync();
        Assert.Equal((1, TimeSpan.FromMilliseconds(1_001)), (_worked, _alarm.Due));

        _time.Advance(TimeSpan.FromSeconds(2));
        await _alarm.GoOffAndRunAsync();
        Assert.Equal((2, null), (_worked, _alarm.Due));
    }

    [Fact]
    public async Task PokeWhileATimeIsSet_ComesBeforeIt()
    {
        _work = _ => Task.FromResult<DateTimeOffset?>(_time.GetUtcNow() + TimeSpan.FromHours(30));
        _loop.Poke();
        await _alarm.GoOffAndRunAsync();
        Assert.Equal(TimeSpan.FromDays(1), _alarm.Due);

        _loop.Poke();
        Assert.Equal(TimeSpan.Zero, _alarm.Due);
        await _alarm.GoOffAndRunAsync();
        Assert.Equal(2, _worked);
    }

    [Fact]
    public async Task WorkThrows_IsTold_AndDoneAgain_LaterEachTime_UntilItSucceeds()
    {
        _work = _ => _worked < 4 ? throw new InvalidOperationException($"{_worked}") : Task.FromResult<DateTimeOffset?>(null);
        _loop.Poke();
        List<double> waits = [];
        while (_alarm.Due is { } due)
        {
            _time.Advance(due);
            await _alarm.GoOffAndRunAsync();
            waits.Add(_alarm.Due?.TotalSeconds ?? 0);
        }

        Assert.Equal(["1", "2", "3"], _failures.Select(e => e.Message));
        Assert.Collection(waits, w => Assert.InRange(w, 1, 1.3), w => Assert.InRange(w, 2, 2.6), w => Assert.InRange(w, 4, 5.1), w => Assert.Equal(0, w));
        Assert.Equal(4, _worked);
    }

    [Fact]
    public async Task Hold_KeepsWorkFromBeginning_AndLosesNoPoke()
    {
        _loop.Poke();
        _alarm.GoOff();
        var first = _loop.Hold();
        var second = _loop.Hold();
        await _alarm.RunAsync();
        _loop.Poke();
        first.Dispose();
        first.Dispose();
        Assert.Equal((0, null), (_worked, _alarm.Due));

        second.Dispose();
        Assert.Equal(TimeSpan.Zero, _alarm.Due);
        await _alarm.GoOffAndRunAsync();
        Assert.Equal(1, _worked);
    }

    [Fact]
    public async Task HoldDuringWork_LetsItEnd_AndHoldsWhatWasPokedMeanwhile()
    {
        IDisposable? held = null;
        _work = _ =>
        {
            held ??= _loop.Hold();
            _loop.Poke();
            return Task.FromResult<DateTimeOffset?>(null);
        };
        _loop.Poke();
        await _alarm.GoOffAndRunAsync();
        Assert.Equal((1, null), (_worked, _alarm.Due));

        _work = _ => Task.FromResult<DateTimeOffset?>(null);
        held!.Dispose();
        await _alarm.GoOffAndRunAsync();
        Assert.Equal((2, null), (_worked, _alarm.Due));
    }

    [Fact]
    public async Task DisposeInItsOwnCallback_CancelsTheWork_AndNothingFollows()
    {
        var isCancelled = false;
        _work = token =>
        {
            _loop.Poke();
            _loop.Dispose();
            isCancelled = token.IsCancellationRequested;
            token.ThrowIfCancellationRequested();
            return Task.FromResult<DateTimeOffset?>(null);
        };
        _loop.Poke();
        await _alarm.GoOffAndRunAsync();
        _loop.Poke();

        Assert.Equal((1, true, null, false), (_worked, isCancelled, _alarm.Due, _loop.IsWorking));
        Assert.Empty(_failures);
    }

    public void Dispose() => _loop.Dispose();
}
