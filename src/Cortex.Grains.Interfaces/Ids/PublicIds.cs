namespace Cortex;

/// <summary>The text form of all ids.</summary>
public static class PublicIds
{
#pragma warning disable CA1000 // They are called on the id, which is not generic; the rule takes an extension for a generic type.
    extension<T>(T)
        where T : struct, IPublicId<T>
    {
        /// <summary>Reads the text form; false for anything that <see cref="Format{T}"/> did not write.</summary>
        public static bool TryParse(string? text, out T id)
        {
            var value = Guid.Empty;
            var isRead = text is not null
                && text.StartsWith(T.Prefix, StringComparison.Ordinal)
                && Guid.TryParseExact(text.AsSpan(T.Prefix.Length), "N", out value)
                && text.AsSpan(T.Prefix.Length).IndexOfAnyInRange('A', 'F') < 0;
            id = T.From(value);
            return isRead;
        }

        /// <summary>Reads the text form of an id that this system wrote.</summary>
        /// <exception cref="FormatException">The text is not such an id.</exception>
        public static T Parse(string text) =>
            TryParse<T>(text, out var id) ? id : throw new FormatException($"'{text}' is not an id of this kind ({T.Prefix} and 32 hex digits).");
    }
#pragma warning restore CA1000

    /// <summary>Writes the text form.</summary>
    public static string Format<T>(T id)
        where T : struct, IPublicId<T> => string.Concat(T.Prefix, id.Value.ToString("N"));
}
