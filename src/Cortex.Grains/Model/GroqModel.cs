using Cortex.Model.Rates;
using Cortex.Scheduling;
using Microsoft.Extensions.Logging;

namespace Cortex.Model;

/// <summary>Groq, or another model behind OpenAI's chat completions.</summary>
internal sealed partial class GroqModel : ILanguageModel, IDisposable
{
    /// <summary>Requests for one question: the first, and what its timeout leaves room for.</summary>
    private const int RequestsMax = 3;

    /// <summary>How much longer an answer may get that was cut: once, as a model that needs more is going round in circles.</summary>
    private const int RaisedLimitFactor = 2;

    /// <summary>What is waited for when a 429 does not say how long.</summary>
    private static readonly TimeSpan RateLimitDefault = TimeSpan.FromSeconds(10);

    /// <summary>The wait before a failed request is repeated, once.</summary>
    private static readonly Backoff Retries = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(200));

    /// <summary>With less left after a wait an answer would only be cut off: better to say at once when to try again.</summary>
    private static readonly TimeSpan AnswerMin = TimeSpan.FromSeconds(1);

    private readonly ChatTransport? _transport;
    private readonly IModelGate _gate;
    private readonly ModelHealth _health;
    private readonly GroqInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly ILogger<GroqModel> _logger;

    public GroqModel(
        GroqSettings settings,
        IHttpClientFactory clients,
        IModelGate gate,
        ModelHealth health,
        GroqInstruments instruments,
        TimeProvider time,
        ILogger<GroqModel> logger)
    {
        Name = settings.Model;
        _transport = settings.ApiKey is { } key ? new ChatTransport(settings, key, clients, time) : null;
        (_gate, _health, _instruments, _time, _logger) = (gate, health, instruments, time, logger);
    }

    public bool IsConfigured => _transport is not null;

    public string Name { get; }

    public async Task<ModelReply> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        if (_transport is null)
        {
            return new ModelReply.Failed(ModelFailure.NotConfigured, "No language model is configured.");
        }

        using var deadline = new CancellationTokenSource(question.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await AskAsync(_transport, question, _time.GetTimestamp(), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Note(ModelOutcome.TimedOut, question, 0);
            return ModelFailures.TimedOut;
        }
    }

    public void Dispose() => _transport?.Dispose();

    private async Task<ModelReply> AskAsync(ChatTransport transport, ModelQuestion question, long start, CancellationToken cancellationToken)
    {
        ModelUsage? wasted = null;
        var (failures, isRaised) = (0, false);
        for (var request = 1; ; request++)
        {
            var verdict = await _gate.TakeAsync(question.Priority, question.Tokens, cancellationToken);
            if (!verdict.MayGo)
            {
                if (request > RequestsMax || !Fits(verdict.Wait, question, start))
                {
                    return ModelFailures.RateLimited(question.Priority, verdict) with { IsHeldBack = request == 1, Usage = wasted };
                }

                await Task.Delay(verdict.Wait, _time, cancellationToken);
            }

            var attempt = await transport.SendAsync(question, cancellationToken);
            Note(attempt, question);
            switch (attempt.Outcome)
            {
                case ModelOutcome.Ok:
                    return attempt.Answer! with { Usage = ModelUsage.Sum(wasted, attempt.Answer.Usage)! };

                case ModelOutcome.Malformed:
                    return new ModelReply.Malformed(attempt.Error?.FailedGeneration ?? string.Empty);

                case ModelOutcome.Cut:
                    wasted = ModelUsage.Sum(wasted, attempt.Answer!.Usage);
                    if (isRaised)
                    {
                        return ModelFailures.Incomplete with { Usage = wasted };
                    }

                    (isRaised, question) = (true, question with { OutputTokensMax = question.OutputTokensMax * RaisedLimitFactor });
                    break;

                case ModelOutcome.RateLimited:
                    var refusedFor = attempt.RetryAfter ?? RateLimitDefault;
                    var isOfTheDay = attempt.Error?.IsOfTheDay == true;
                    await _gate.LearnAsync(new(null, null, refusedFor, isOfTheDay), cancellationToken);
                    if (request >= RequestsMax || !Fits(refusedFor, question, start))
                    {
                        return ModelFailures.RateLimited(question.Priority, new(refusedFor, refusedFor, isOfTheDay)) with { Usage = wasted };
                    }

                    // The gate holds the next request until then.
                    break;

                case ModelOutcome.Failed when failures == 0 && Retries.After(1) is var backoff && Fits(backoff, question, start):
                    failures++;
                    await Task.Delay(backoff, _time, cancellationToken);
                    break;

                default:
                    return ModelFailures.Of(attempt.Outcome) with { Usage = wasted };
            }
        }
    }

    private bool Fits(TimeSpan wait, ModelQuestion question, long start) => _time.GetElapsedTime(start) + wait + AnswerMin <= question.Timeout;

    private void Note(ModelAttempt attempt, ModelQuestion question)
    {
        _health.Learn(attempt);
        if (attempt is { Outcome: ModelOutcome.TooLarge, Error.TokensPerMinute: var (limit, requested) })
        {
            LogTooLarge(_logger, question.Purpose, limit, requested);
        }

        Note(attempt.Outcome, question, attempt.Status);
    }

    private void Note(ModelOutcome outcome, ModelQuestion question, int status)
    {
        _instruments.OnEnded(outcome, question.Purpose);
        if (outcome != ModelOutcome.Ok)
        {
            LogFailed(_logger, question.Purpose, outcome, status);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Language model did not answer")]
    private static partial void LogFailed(ILogger logger, string purpose, ModelOutcome outcome, int statusCode);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The account of the language model may use {TokensPerMinute} tokens a minute, and a question needs {TokensNeeded}: it takes a tier with more (docs/configuration.md)")]
    private static partial void LogTooLarge(ILogger logger, string purpose, long tokensPerMinute, long tokensNeeded);
}
