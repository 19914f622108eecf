namespace Cortex.Storage;

/// <summary>One page of a list, newest first.</summary>
/// <param name="Limit">1 to <see cref="LimitMax"/>.</param>
/// <param name="Before">The id of the last row of the page before, or null for the first page.</param>
public readonly record struct PageQuery(int Limit, Guid? Before)
{
    /// <summary>The most rows on a page.</summary>
    public const int LimitMax = 100;

    /// <summary>Rows on a page unless asked otherwise.</summary>
    public const int LimitDefault = 20;
}
