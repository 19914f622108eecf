namespace Cortex.Programs;

/// <summary>How a condition compares; text compares without regard to case.</summary>
public enum Operator
{
    /// <summary>The same.</summary>
    Equals = 0,

    /// <summary>Holds the text, or has it as an element.</summary>
    Contains = 1,

    /// <summary>Begins with the text.</summary>
    StartsWith = 2,

    /// <summary>Ends with the text.</summary>
    EndsWith = 3,

    /// <summary>Matches the regular expression.</summary>
    Matches = 4,

    /// <summary>Greater than the number or later than the time.</summary>
    GreaterThan = 5,

    /// <summary>Less than the number or earlier than the time.</summary>
    LessThan = 6,

    /// <summary>Is there and not empty (value true), or is not (value false).</summary>
    Exists = 7,

    /// <summary>A condition in words that the model judges.</summary>
    Semantic = 8,
}
