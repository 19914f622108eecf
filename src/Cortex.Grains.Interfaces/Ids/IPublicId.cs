namespace Cortex;

/// <summary>An id of this system. Its text form is a short prefix that says what it names, then 32 lower-case hex digits; <see cref="PublicIds"/> reads and writes it.</summary>
/// <remarks>The prefix also keeps a grain key from being read as a number by Orleans' AdoNet storage, which takes keys of hex digits for integers.</remarks>
/// <typeparam name="T">The id.</typeparam>
public interface IPublicId<T>
    where T : struct, IPublicId<T>
{
    /// <summary>The bits, as PostgreSQL keeps them.</summary>
    Guid Value { get; }

    /// <summary>What the text form begins with.</summary>
    static abstract string Prefix { get; }

    /// <summary>The id with these bits.</summary>
    static abstract T From(Guid value);
}
