using Cortex.Api.Json;
using Cortex.Storage.Runs;

namespace Cortex.Api.Runs;

/// <summary>One run alone, with its item whole.</summary>
internal sealed record RunDetailBody : RunBody
{
    private RunDetailBody(RunBody run, RawJson? program)
        : base(run) => Program = program;

    /// <summary>The program that it runs; null where it is gone.</summary>
    public RawJson? Program { get; }

    public static new RunDetailBody Of(RunRow run) => new(Whole(run), RawJson.Of(run.ProgramJson));
}
