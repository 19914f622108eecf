namespace Cortex.Model.Rates;

/// <summary>
/// The pace at which the model may be asked: two priorities at one gate. Runs wait while what the account has left would not do for a person as well; people wait only when the
/// model's service has refused a question. Arithmetic only: it is told the time, and does nothing.
/// </summary>
internal sealed class RatePace
{
    /// <summary>The longest that people are kept from asking, whatever the service said: a limit of the day refills all the time, and may have room for one prompt long before it has for all.</summary>
    private static readonly TimeSpan PersonPauseMax = TimeSpan.FromMinutes(1);

    /// <summary>The longest that runs are kept from asking: another's mistake should not switch the model off for days.</summary>
    private static readonly TimeSpan RunPauseMax = TimeSpan.FromHours(1);

    /// <summary>The part of a minute's tokens that runs leave to people: on the smallest accounts one prompt takes more than half of them.</summary>
    private const double TokensShareOfPeople = 0.5;

    /// <summary>The part of a day's requests that runs leave to people.</summary>
    private const double RequestsShareOfPeople = 0.05;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private RateBucket? _tokens;
    private RateBucket? _requests;
    private DateTimeOffset _personUntil;
    private DateTimeOffset _runUntil;
    private DateTimeOffset _toldUntil;
    private bool _isOfTheDay;

    /// <summary>Whether a question may go out; what it takes is then counted as used until the next answer tells better.</summary>
    public ModelVerdict Take(ModelPriority priority, int tokens, DateTimeOffset now)
    {
        if ((priority == ModelPriority.Person ? _personUntil : _runUntil) is var until && now < until)
        {
            return new(until - now, Longer(_toldUntil - now, TimeSpan.Zero), _isOfTheDay);
        }

        if (priority == ModelPriority.Run
            && Longer(WaitFor(_tokens, tokens, TokensShareOfPeople, now), WaitFor(_requests, 1, RequestsShareOfPeople, now)) is { Ticks: > 0 } wait)
        {
            return new(wait < RunPauseMax ? wait : RunPauseMax, TimeSpan.Zero, false);
        }

        _tokens = _tokens?.Without(tokens, now);
        _requests = _requests?.Without(1, now);
        return ModelVerdict.Go;
    }

    /// <summary>Learns from what an answer said.</summary>
    public void Observe(ModelRates rates, DateTimeOffset now)
    {
        _tokens = rates.Tokens is { } tokens ? RateBucket.Of(tokens, Minute, now) : _tokens;
        _requests = rates.Requests is { } requests ? RateBucket.Of(requests, Day, now) : _requests;
        if (rates.RefusedFor <= TimeSpan.Zero)
        {
            return;
        }

        _personUntil = Later(_personUntil, now + Shorter(rates.RefusedFor, PersonPauseMax));
        _runUntil = Later(_runUntil, now + Shorter(rates.RefusedFor, RunPauseMax));
        var toldUntil = now + Shorter(rates.RefusedFor, Day);
        (_toldUntil, _isOfTheDay) = toldUntil >= _toldUntil ? (toldUntil, rates.IsOfTheDay) : (_toldUntil, _isOfTheDay);
    }

    /// <summary>A question that is larger than a run may ever have goes when everything is there: whether the account takes it is for the service to say.</summary>
    private static TimeSpan WaitFor(RateBucket? bucket, int amount, double shareOfPeople, DateTimeOffset now) => bucket is { } known
        ? known.WaitFor(Math.Min(amount + (known.Limit * shareOfPeople), known.Limit), now)
        : TimeSpan.Zero;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
