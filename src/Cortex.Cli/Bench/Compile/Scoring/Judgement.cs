namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>What a prediction is worth.</summary>
internal enum Judgement
{
    /// <summary>A program, and a right one.</summary>
    Exact = 0,

    /// <summary>A program that is not the labelled one: it would act on a mailbox as nobody asked.</summary>
    Wrong = 1,

    /// <summary>A refusal for a reason that the label accepts.</summary>
    RefusedRightly = 2,

    /// <summary>A refusal of a valid prompt, or of an invalid one for another reason; or no answer. A nuisance.</summary>
    RefusedOtherwise = 3,

    /// <summary>A program that is only kept once it is confirmed, where that is how to ask.</summary>
    Confirmed = 4,
}
