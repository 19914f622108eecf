namespace Cortex.Compilation;

/// <summary>One way to read a prompt. Readers are asked in order until one understands it or refuses it.</summary>
internal interface IPromptReader
{
    /// <summary>What a program's <c>compiler</c> says: <c>builtin</c> or a model's name.</summary>
    string Name { get; }

    /// <summary>Reads a prompt of 1 to <see cref="CompilationLimits.MaxPrompt"/> characters.</summary>
    ValueTask<Reading> ReadAsync(string prompt, CancellationToken cancellationToken);
}
