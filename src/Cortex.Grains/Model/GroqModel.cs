using Microsoft.Extensions.Logging;

namespace Cortex.Model;

/// <summary>Groq, or another model behind OpenAI's chat completions.</summary>
internal sealed partial class GroqModel : ILanguageModel, IDisposable
{
    /// <summary>Requests for one question: the first, and what its timeout leaves room for.</summary>
    private const int RequestsMax = 3;

    /// <summary>What is waited for when a 429 does not say how long.</summary>
    private static readonly TimeSpan RateLimitDefault = TimeSpan.FromSeconds(10);

    /// <summary>The wait before a failed request is repeated, once; jitter of up to as much again is added.</summary>
    private static readonly TimeSpan Backoff = TimeSpan.FromMilliseconds(200);

    private readonly ChatTransport? _transport;
    private readonly RateLimitGate _gate;
    private readonly GroqInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly ILogger<GroqModel> _logger;

    public GroqModel(
        GroqSettings settings, IHttpClientFactory clients, RateLimitGate gate, GroqInstruments instruments, TimeProvider time, ILogger<GroqModel> logger)
    {
        Name = settings.Model;
        _transport = settings.ApiKey is { } key ? new ChatTransport(settings, key, clients, time) : null;
        (_gate, _instruments, _time, _logger) = (gate, instruments, time, logger);
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
            return Ended(ModelOutcome.TimedOut, question, 0);
        }
    }

    public void Dispose() => _transport?.Dispose();

    private async Task<ModelReply> AskAsync(ChatTransport transport, ModelQuestion question, long start, CancellationToken cancellationToken)
    {
        var failures = 0;
        for (var request = 1; ; request++)
        {
            if (_gate.Wait is { Ticks: > 0 } wait)
            {
                if (request > RequestsMax || !Fits(wait, question, start))
                {
                    return RateLimited(wait);
                }

                await Task.Delay(wait, _time, cancellationToken);
            }

            var attempt = await transport.SendAsync(question, cancellationToken);
            if (attempt.Answer is { } answer)
            {
                _instruments.OnEnded(ModelOutcome.Ok, question.Purpose);
                return answer;
            }

            var failed = Ended(attempt.Outcome, question, attempt.Status);
            if (attempt.Outcome == ModelOutcome.RateLimited)
            {
                _gate.Close(attempt.RetryAfter ?? RateLimitDefault);
                if (request >= RequestsMax)
                {
                    return RateLimited(attempt.RetryAfter ?? RateLimitDefault);
                }

                continue;
            }

            var backoff = Backoff * (1 + Random.Shared.NextDouble());
            if (attempt.Outcome != ModelOutcome.Failed || ++failures > 1 || !Fits(backoff, question, start))
            {
                return failed;
            }

            await Task.Delay(backoff, _time, cancellationToken);
        }
    }

    private bool Fits(TimeSpan wait, ModelQuestion question, long start) => _time.GetElapsedTime(start) + wait < question.Timeout;

    private ModelReply.Failed Ended(ModelOutcome outcome, ModelQuestion question, int status)
    {
        _instruments.OnEnded(outcome, question.Purpose);
        LogFailed(_logger, question.Purpose, outcome, status);
        return outcome switch
        {
            ModelOutcome.RateLimited => RateLimited(_gate.Wait),
            ModelOutcome.TimedOut => new(ModelFailure.Unavailable, "The language model did not answer in time. Try again in a moment."),
            ModelOutcome.Rejected => new(ModelFailure.Rejected, "The language model did not take the question. Trying again will not help; tell whoever runs this Cortex."),
            _ => new(ModelFailure.Unavailable, "The language model cannot be reached at the moment. Try again in a moment."),
        };
    }

    private static ModelReply.Failed RateLimited(TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        return new(ModelFailure.RateLimited, $"The language model is asked too much at the moment. Try again in {seconds} s.", TimeSpan.FromSeconds(seconds));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Language model did not answer")]
    private static partial void LogFailed(ILogger logger, string purpose, ModelOutcome outcome, int statusCode);
}
