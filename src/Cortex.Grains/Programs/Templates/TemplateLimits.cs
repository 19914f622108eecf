namespace Cortex.Programs.Templates;

/// <summary>What a template may cost. There are no loops, so these together bound the time of a rendering, without a clock.</summary>
internal static class TemplateLimits
{
    /// <summary>Characters of one template.</summary>
    public const int MaxTemplate = 10_000;

    /// <summary>Characters of one tag. The library's parser descends into nested expressions; so short a tag cannot take it far down the stack.</summary>
    public const int MaxTag = 400;

    /// <summary>Output tags of one template.</summary>
    public const int MaxTags = 200;

    /// <summary>Output tags of one step's input: more than that is no input that anybody wrote.</summary>
    public const int MaxInputTags = 1_000;

    /// <summary>Filters of one tag.</summary>
    public const int MaxFilters = 10;

    /// <summary>Characters of a filter's text argument.</summary>
    public const int MaxArgument = 200;

    /// <summary>Characters that the filters of one input may read in all: some ten milliseconds, and no more memory than that.</summary>
    public const int MaxFiltered = 16 * 1024 * 1024;

    /// <summary>Lists and objects inside each other in one input; the deepest in the catalog is an object of texts.</summary>
    public const int MaxDepth = 8;

    /// <summary>Bytes of one step's rendered input.</summary>
    public const int MaxOutput = 256 * 1024;

    /// <summary>Parsed templates kept.</summary>
    public const int MaxCached = 2_000;
}
