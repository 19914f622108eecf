namespace Cortex.Cli.Local;

internal static class SignalName
{
    extension(Signal signal)
    {
        /// <summary>What shells call it.</summary>
        public string ShortName => signal switch
        {
            Signal.Interrupt => "INT",
            Signal.Quit => "QUIT",
            Signal.Kill => "KILL",
            _ => "TERM",
        };
    }
}
