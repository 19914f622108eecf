namespace Cortex.Storage.Jobs;

/// <summary>How far a job has come with a page of what it picked.</summary>
/// <param name="Done">With how many more it is done.</param>
/// <param name="Failed">With how many more it could not be done.</param>
/// <param name="Error">Why it could not be done with one of those; or null.</param>
public readonly record struct JobAdvance(int Done, int Failed, string? Error);
