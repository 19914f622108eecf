namespace Cortex.Programs.Templates;

/// <summary>What a template may cost.</summary>
internal static class TemplateLimits
{
    /// <summary>Characters of one template.</summary>
    public const int MaxTemplate = 10_000;

    /// <summary>Output tags of one template.</summary>
    public const int MaxTags = 200;

    /// <summary>Filters of one tag.</summary>
    public const int MaxFilters = 10;

    /// <summary>Bytes of one step's rendered input.</summary>
    public const int MaxOutput = 256 * 1024;

    /// <summary>Parsed templates kept.</summary>
    public const int MaxCached = 2_000;
}
