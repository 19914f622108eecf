namespace Cortex.Programs;

/// <summary>A JSON text that is not a program; the message says where and why.</summary>
public sealed class ProgramFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">One sentence with the place in it.</param>
    /// <param name="inner">The JSON reader's own complaint, if it was one.</param>
    public ProgramFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
