namespace Cortex.Compilation.Builtin;

/// <summary>A way through a prompt: a piece and all that came before it.</summary>
/// <param name="Before">The way before; null at the beginning.</param>
/// <param name="Piece">The piece.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Trail(Trail? Before, Piece Piece, int Start, int End)
{
    public int Count { get; } = (Before?.Count ?? 0) + 1;

    /// <summary>From the beginning on.</summary>
    public IReadOnlyList<Trail> All
    {
        get
        {
            var all = new Trail[Count];
            for (var one = this; one is not null; one = one.Before)
            {
                all[one.Count - 1] = one;
            }

            return all;
        }
    }
}
