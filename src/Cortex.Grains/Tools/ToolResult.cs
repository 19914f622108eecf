using Cortex.Storage.Errors;

namespace Cortex.Tools;

/// <summary>How a tool call ended.</summary>
public abstract record ToolResult
{
    private ToolResult()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="OutputJson">What later steps and the user see, one JSON object.</param>
    public sealed record Completed(string OutputJson) : ToolResult;

    /// <summary>Nothing to do before a time: the same call is to be made again then. It is no attempt.</summary>
    /// <param name="Until">When.</param>
    public sealed record Waits(DateTimeOffset Until) : ToolResult;

    /// <summary>Not done, as far as is known.</summary>
    /// <param name="Sentence">For the user: what went wrong and what to do.</param>
    /// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
    public abstract record Failure(string Sentence, string Code) : ToolResult;

    /// <summary>Not done, because the account's authorisation no longer works: the run is held until its user has connected it again. It is no attempt.</summary>
    public sealed record Held(string Sentence) : Failure(Sentence, ErrorCodes.AccountNeedsReauth);

    /// <summary>Certainly not done, and trying again would not help. Unless it says otherwise, the automation asks for what cannot be done.</summary>
    public sealed record Failed(string Sentence, string Code = ErrorCodes.InvalidInput) : Failure(Sentence, Code);

    /// <summary>Certainly not done; the same call may succeed later, and nothing has to be looked for before. Unless it says otherwise, the other side is not available.</summary>
    /// <param name="After">The wait that the other side asked for, or null.</param>
    public sealed record NotDone(string Sentence, TimeSpan? After = null, string Code = ErrorCodes.ProviderUnavailable) : Failure(Sentence, Code)
    {
        /// <summary>Whether it counts as a try. A call that was held back before it was sent does not.</summary>
        public bool IsAttempt { get; init; } = true;
    }

    /// <summary>Perhaps done. The caller asks <see cref="ITool.FindAsync"/> before it repeats a findable call.</summary>
    /// <param name="After">The wait that the other side asked for, or null.</param>
    public sealed record Unknown(string Sentence, TimeSpan? After = null, string Code = ErrorCodes.ProviderUnavailable) : Failure(Sentence, Code)
    {
        /// <summary>Whether the call may still be under way, so that nothing can be found out yet: there was no answer, or one of a gateway that waited no longer.</summary>
        public bool MayStillHappen { get; init; }
    }
}
