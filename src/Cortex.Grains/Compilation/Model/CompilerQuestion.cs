using System.Text.Json;

namespace Cortex.Compilation.Model;

/// <summary>What a model is asked when it compiles: the part that is the same for every prompt about the same providers.</summary>
/// <param name="Instructions">What it is to do, and what there is.</param>
/// <param name="Schema">The answer's form.</param>
internal sealed record CompilerQuestion(string Instructions, JsonElement Schema);
