namespace Cortex.Sandbox.Webhooks;

/// <summary>The one environment of the sandbox's Nango. Its switches are as set until the sandbox stops.</summary>
internal sealed class EnvironmentSettings
{
    /// <summary>The environment's part of the addresses that providers post to.</summary>
    public const string Uuid = "3b6f2f0e-5d1c-4e0a-9a53-2f7c1d8e4b60";

    private volatile EnvironmentSwitches switches = new();

    public EnvironmentSwitches Switches
    {
        get => switches;
        set => switches = value;
    }
}
