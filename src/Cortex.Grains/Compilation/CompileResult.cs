using Cortex.Compilation.Builtin;
using Cortex.Model;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>How a compilation ended: <see cref="Compiled"/>, <see cref="Refused"/> or <see cref="Unavailable"/>.</summary>
public abstract record CompileResult
{
    private CompileResult()
    {
    }

    /// <summary>What a model was paid for it; null when none was asked.</summary>
    internal ModelUsage? Usage { get; init; }

    /// <summary>The prompt was understood to the last word.</summary>
    /// <param name="Program">The program.</param>
    /// <param name="ProgramJson">Its public form, compact.</param>
    /// <param name="ProgramHash">Hash of that form.</param>
    /// <param name="Explanation">What it will do, in plain words made from the program.</param>
    /// <param name="Compiler"><c>builtin</c> or the model's name.</param>
    /// <param name="ReadBack">The explanation in its parts.</param>
    public sealed record Compiled(CortexProgram Program, string ProgramJson, string ProgramHash, string Explanation, string Compiler, ReadBack ReadBack) : CompileResult
    {
        /// <summary>What its user should know of how it was read; null if nothing.</summary>
        public string? Warning { get; init; }
    }

    /// <summary>The prompt was not compiled.</summary>
    /// <param name="Code">One of <see cref="RefusalCode"/>.</param>
    /// <param name="Sentence">What is wrong and what to write instead.</param>
    /// <param name="At">Where in the prompt; null when it is about the whole.</param>
    /// <param name="Repair">What it can be put right with; null when there is nothing.</param>
    public sealed record Refused(string Code, string Sentence, TextRange? At = null, Repair? Repair = null) : CompileResult
    {
        /// <summary>How far the built-in reader came; null when that is not why.</summary>
        internal Farthest? Farthest { get; init; }

        /// <summary>Words that mend it when they are added to the end of the prompt; null if there are none.</summary>
        internal string? Ending { get; init; }
    }

    /// <summary>The built-in compiler did not understand it, and the model cannot be asked at the moment; later it may.</summary>
    /// <param name="Sentence">Why, and when to try again.</param>
    /// <param name="RetryAfter">The wait, if it is known.</param>
    /// <param name="Repair">What it can be put right with meanwhile; null when there is nothing.</param>
    public sealed record Unavailable(string Sentence, TimeSpan? RetryAfter, Repair? Repair = null) : CompileResult
    {
        /// <summary>What the built-in compiler alone would have said.</summary>
        internal Refused? Alone { get; init; }
    }
}
