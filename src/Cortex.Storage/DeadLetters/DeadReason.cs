namespace Cortex.Storage.DeadLetters;

/// <summary>Why Cortex gave something up; the words of the tables and the API. What a provider refused for good is no dead letter: it was done with, and would be refused again.</summary>
public static class DeadReason
{
    /// <summary>It was begun several times without coming to an end, each time together with the server that did it.</summary>
    public const string Poison = "poison";

    /// <summary>An error of Cortex's own, again and again for a delivery.</summary>
    public const string Internal = "internal";

    /// <summary>PostgreSQL refuses to store what came of it.</summary>
    public const string StorageRefused = "storage_refused";

    /// <summary>What it needs did not answer for as long as is waited, or its user did not connect the account again.</summary>
    public const string GaveUp = "gave_up";

    /// <summary>As <see cref="GaveUp"/>, or nobody can tell, and the last call of a run's step may have taken effect all the same.</summary>
    public const string MayHaveHappened = "may_have_happened";

    /// <summary>Nango does not know the connection of a delivery any more.</summary>
    public const string ConnectionGone = "connection_gone";

    /// <summary>Nango says that what a delivery's processing asks for is wrong.</summary>
    public const string Rejected = "rejected";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Poison, Internal, StorageRefused, GaveUp, MayHaveHappened, ConnectionGone, Rejected];
}
