namespace Cortex.Compilation.Builtin;

/// <summary>Which ones of its kind a noun means.</summary>
internal enum Determiner
{
    /// <summary>Nothing is said, or "a".</summary>
    None,

    /// <summary>Whatever may come: "every", "all".</summary>
    Every,

    /// <summary>"All", which may mean what comes or what is there.</summary>
    All,

    /// <summary>What is already there: "the", "my".</summary>
    Definite,
}
