namespace Cortex.Compilation.Grammar;

/// <summary>Slots of phrases about records that are no inputs of a tool but fill one.</summary>
internal static class RecordSlots
{
    /// <summary>What to set, and to what: "priority to High".</summary>
    public const string Set = "set";

    /// <summary>The same, the other way round: "the subject into the description".</summary>
    public const string Placed = "placed";

    /// <summary>What to set, where the value does not follow: "the status of a lead to Working".</summary>
    public const string What = "what";

    /// <summary>The value of <see cref="What"/>.</summary>
    public const string To = "to";

    /// <summary>The same, of a record that is made: "priority High".</summary>
    public const string With = "with";

    /// <summary>What the record is called.</summary>
    public const string Title = "title";

    /// <summary>The words before what is made, which may be its title: "an <c>onboarding</c> task".</summary>
    public const string Sort = "sort";

    /// <summary>When it is due.</summary>
    public const string Due = "due";

    /// <summary>How far it has come.</summary>
    public const string State = "state";

    /// <summary>Kinds that AI is to tell apart first.</summary>
    public const string Labels = "labels";

    /// <summary>What a text that AI writes is to say; the instruction as a whole is what it is given.</summary>
    public const string About = "about";

    /// <summary>Who was spoken of, and is what is made or has to do with it: "a contact for them".</summary>
    public const string Whom = "whom";

    /// <summary>Whose it is to be.</summary>
    public const string Owner = "owner";
}
