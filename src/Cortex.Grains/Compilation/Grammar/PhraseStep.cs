using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>A piece of a phrase with what reads it.</summary>
/// <param name="Parser">Its parser.</param>
/// <param name="Says">What it says; equal of pieces that read the same at every place, so that one parser does for all of them.</param>
internal readonly record struct PhraseStep(Parser<Captures> Parser, object Says);
