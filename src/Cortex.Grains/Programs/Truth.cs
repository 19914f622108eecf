namespace Cortex.Programs;

/// <summary>What is known of a condition.</summary>
internal enum Truth
{
    /// <summary>It does not hold, whatever the model would say.</summary>
    False,

    /// <summary>It holds, whatever the model would say.</summary>
    True,

    /// <summary>It depends on conditions in words that nobody has judged yet, or on fields that have not been fetched.</summary>
    Unknown,
}
