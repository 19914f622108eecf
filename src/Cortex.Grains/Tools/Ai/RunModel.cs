using System.Text.Json;
using Cortex.Model;
using Cortex.Storage.Errors;
using Microsoft.Extensions.Logging;

namespace Cortex.Tools.Ai;

/// <summary>How runs ask the model: every answer is noted with what it cost, one that is not of the form is asked for once more, and every failure is put in a step's terms.</summary>
internal sealed partial class RunModel(ILanguageModel model, ModelUsageBook usage, ILogger<RunModel> logger)
{
    private const string Again = "\nYour last answer was not of the form that is asked for. Answer again, exactly in that form.";

    /// <summary>Answers that are asked for before the step fails.</summary>
    private const int AnswersMax = 2;

    private static readonly ToolResult NotConfigured =
        new ToolResult.Failed("No language model is configured, so this cannot be done. Set GROQ_API_KEY where Cortex runs, then retry this run.", ErrorCodes.NotConfigured);

    private static readonly ToolResult WrongForm =
        new ToolResult.Failed("The language model answered twice in a form that cannot be used. Retry this run, or write the automation more simply.", ErrorCodes.ProviderRejected);

    private static readonly ToolResult Malformed =
        new ToolResult.NotDone("The language model answered twice in a form that its service did not accept. Retry this run, or write the automation more simply.");

    /// <param name="question">What is asked.</param>
    /// <param name="origin">The run that asks.</param>
    /// <param name="read">Reads the answer; null if it is not what was asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AiOutcome<T>> AskAsync<T>(ModelQuestion question, RunOrigin origin, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var end = WrongForm;
        for (var answer = 1; answer <= AnswersMax; answer++)
        {
            var asked = answer == 1 ? question : question with { Instructions = question.Instructions + Again };
            switch (await model.AskAsync(asked, cancellationToken))
            {
                case ModelReply.Failed failed:
                    await NoteAsync(failed.Usage, question, origin, cancellationToken);
                    return new(null, FailureOf(failed));
                case ModelReply.Malformed:
                    end = Malformed;
                    break;
                case ModelReply.Answered answered:
                    await NoteAsync(answered.Usage, question, origin, cancellationToken);
                    if (Read(answered.Json, read) is { } value)
                    {
                        return new(value, null);
                    }

                    end = WrongForm;
                    break;
            }
        }

        return new(null, end);
    }

    private async Task NoteAsync(ModelUsage? paid, ModelQuestion question, RunOrigin origin, CancellationToken cancellationToken)
    {
        if (paid is null)
        {
            return;
        }

        LogAsked(logger, origin.Run, origin.Unit, question.Purpose, paid.Model, paid.InputTokens, paid.OutputTokens);
        await usage.AskedByRunAsync(origin.User, origin.Unit, origin.Run, question.Purpose, paid, cancellationToken);
    }

    private static ToolResult FailureOf(ModelReply.Failed failed) => failed.Kind switch
    {
        ModelFailure.RateLimited => new ToolResult.NotDone(failed.Sentence, failed.RetryAfter, ErrorCodes.RateLimited) { IsAttempt = !failed.IsHeldBack },
        ModelFailure.Unavailable => new ToolResult.NotDone(failed.Sentence, failed.RetryAfter) { IsAttempt = !failed.IsHeldBack },
        ModelFailure.NotConfigured => NotConfigured,
        ModelFailure.TooLarge or ModelFailure.Incomplete => new ToolResult.Failed(failed.Sentence, ErrorCodes.Limit),
        _ => new ToolResult.Failed(failed.Sentence, ErrorCodes.ProviderRejected),
    };

    private static T? Read<T>(string json, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(WellFormedJson.Repair(document.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Model asked by a run")]
    private static partial void LogAsked(ILogger logger, RunId runId, UnitId unitId, string purpose, string model, int inputTokens, int outputTokens);
}
