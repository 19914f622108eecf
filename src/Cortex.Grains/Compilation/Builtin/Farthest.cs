using Cortex.Catalog;

namespace Cortex.Compilation.Builtin;

/// <summary>How far the built-in reader came in a prompt that it did not understand.</summary>
/// <param name="Plain">The prompt as it was read; null if that is as it was written.</param>
/// <param name="Trail">The way; null if nothing was understood.</param>
/// <param name="Item">What it was about; null if nothing was understood.</param>
internal sealed record Farthest(PlainPrompt? Plain, Trail? Trail, ItemKind? Item);
