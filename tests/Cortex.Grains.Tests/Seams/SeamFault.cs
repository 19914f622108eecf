namespace Cortex.Grains.Tests.Seams;

/// <summary>What becomes of a call to PostgreSQL or to Nango.</summary>
public enum SeamFault
{
    /// <summary>The connection is closed before anything was done.</summary>
    NotDone,

    /// <summary>It is done, and the connection is closed in place of an answer.</summary>
    AnswerLost,

    /// <summary>It is done, and no answer comes for as long as the caller waits.</summary>
    Hang,
}
