namespace Cortex;

/// <summary>What one user may have.</summary>
public static class UserLimits
{
    /// <summary>Automations; each is offered every item of its provider.</summary>
    public const int UnitsMax = 500;
}
