namespace Cortex.Cli.Local;

/// <summary>The signals that Cortex sends to its children; the values are Linux'.</summary>
internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
