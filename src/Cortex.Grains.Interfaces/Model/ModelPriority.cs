namespace Cortex;

/// <summary>Whom a question to the language model serves. Of what the account may use, runs leave a share to people.</summary>
public enum ModelPriority
{
    /// <summary>Somebody waits at a screen for a prompt to be compiled.</summary>
    Person = 0,

    /// <summary>A step or a condition of a run.</summary>
    Run = 1,
}
