using Cortex.Programs;

namespace Cortex.Rehearsals;

/// <summary>On how many past items a program would have run, and taken each of some steps.</summary>
internal sealed class PastTally(int steps)
{
    private readonly int[] _certain = new int[steps];
    private readonly int[] _open = new int[steps];

    /// <summary>Past items that its trigger is about.</summary>
    public int Of { get; private set; }

    /// <summary>On how many its condition holds, whatever is only judged in a run.</summary>
    public int Matched { get; private set; }

    /// <summary>On how many that depends on what is only judged in a run.</summary>
    public int Undecided { get; private set; }

    /// <summary>On how many any of the steps may have been taken.</summary>
    public int Touched { get; private set; }

    /// <summary>On how many a step may have been taken, and whether that depends on what is only judged in a run.</summary>
    public (int Count, bool IsOpen) OfStep(int index) => (_certain[index] + _open[index], _open[index] > 0);

    public void Add(Truth where, ReadOnlySpan<Truth> ofSteps)
    {
        Of++;
        if (where == Truth.False)
        {
            return;
        }

        _ = where == Truth.True ? Matched++ : Undecided++;
        var isTouched = false;
        for (var step = 0; step < ofSteps.Length; step++)
        {
            if (ofSteps[step] == Truth.False)
            {
                continue;
            }

            isTouched = true;
            _ = where == Truth.True && ofSteps[step] == Truth.True ? _certain[step]++ : _open[step]++;
        }

        Touched += isTouched ? 1 : 0;
    }
}
