using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace Cortex.Model;

/// <summary>Sends one request to the model and says how it ended. Neither repeats nor waits: that is for <see cref="GroqModel"/> to decide.</summary>
internal sealed class ChatTransport : IDisposable
{
    /// <summary>The name of the HTTP client.</summary>
    public const string HttpClientName = "groq";

    /// <summary>The same question is to get the same answer, as far as the model can do that.</summary>
    private const long Seed = 20_260_101;

    private readonly IChatClient _chat;
    private readonly GroqSettings _settings;
    private readonly TimeProvider _time;

    public ChatTransport(GroqSettings settings, string apiKey, IHttpClientFactory clients, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        _chat = new ChatClient(settings.Model, new ApiKeyCredential(apiKey), new OpenAIClientOptions
        {
            Endpoint = settings.BaseUrl,
            Transport = new HttpClientPipelineTransport(clients.CreateClient(HttpClientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        }).AsIChatClient();
    }

    /// <summary>Throws only when it is canceled.</summary>
    public async Task<ModelAttempt> SendAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _chat.GetResponseAsync(
                [new ChatMessage(ChatRole.System, question.Instructions), new ChatMessage(ChatRole.User, question.DataJson)],
                Options(question),
                cancellationToken);
            var isCut = response.FinishReason == ChatFinishReason.Length || string.IsNullOrWhiteSpace(response.Text);
            return new ModelAttempt(isCut ? ModelOutcome.Cut : ModelOutcome.Ok, new ModelReply.Answered(response.Text, Usage(response.Usage)), 200);
        }
        catch (ClientResultException refused) when (refused.Status is >= 400)
        {
            var response = refused.GetRawResponse();
            var error = ModelError.Read(response?.Content.ToMemory() ?? default);
            return new ModelAttempt(OutcomeOf(refused.Status, error), null, refused.Status, RetryAfter(response), error);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Not reachable, broken off, or an answer that is no completion: the client has an exception of its own for each way to be malformed.
            return new ModelAttempt(ModelOutcome.Failed);
        }
    }

    public void Dispose() => _chat.Dispose();

    private ChatOptions Options(ModelQuestion question) => new()
    {
        Temperature = 0,
        Seed = Seed,
        MaxOutputTokens = question.OutputTokensMax,
        // A program takes little thought, and people wait for it.
        Reasoning = StrictModels.TakeEffort(_settings.Model) ? new ReasoningOptions { Effort = ReasoningEffort.Low } : null,
        // The format is given in the client's own form: the abstraction would rewrite the schema to what it takes for strict.
        RawRepresentationFactory = _ => new ChatCompletionOptions
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                question.SchemaName, BinaryData.FromString(question.Schema.GetRawText()), jsonSchemaIsStrict: true),
        },
    };

    private static ModelOutcome OutcomeOf(int status, ModelError error) => status switch
    {
        400 when error.Code == ModelError.Malformed => ModelOutcome.Malformed,
        413 => ModelOutcome.TooLarge,
        429 => ModelOutcome.RateLimited,
        498 or >= 500 => ModelOutcome.Failed,
        _ => ModelOutcome.Rejected,
    };

    private ModelUsage Usage(UsageDetails? usage)
    {
        var (input, output) = (Count(usage?.InputTokenCount), Count(usage?.OutputTokenCount));
        // Dollars per million tokens are millionths of a dollar per token.
        long? cost = _settings is { InputPrice: { } inputPrice, OutputPrice: { } outputPrice }
            ? (long)Math.Ceiling((input * inputPrice) + (output * outputPrice))
            : null;
        return new ModelUsage(_settings.Model, input, output, cost);
    }

    private static int Count(long? tokens) => (int)Math.Clamp(tokens ?? 0, 0, int.MaxValue);

    private TimeSpan? RetryAfter(PipelineResponse? response)
    {
        if (response is null || !response.Headers.TryGetValue("retry-after", out var text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var date) && date > _time.GetUtcNow() ? date - _time.GetUtcNow() : null;
    }
}
