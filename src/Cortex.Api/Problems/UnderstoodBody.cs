namespace Cortex.Api.Problems;

/// <summary>A part of a refused prompt that has its place in a program.</summary>
/// <param name="Start">Its first character, counted from 0 in UTF-16 units.</param>
/// <param name="Length">How many characters.</param>
/// <param name="As">What it was read as.</param>
internal sealed record UnderstoodBody(int Start, int Length, string As)
{
    public static UnderstoodBody Of(UnderstoodSpan span) => new(span.At.Start, span.At.Length, span.As);
}
