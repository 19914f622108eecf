namespace Cortex;

/// <summary>The one text form of this system's ids: a short prefix that says what it names, then 32 lower-case hex digits.</summary>
/// <remarks>The prefix also keeps a grain key from being read as a number by Orleans' AdoNet storage, which takes keys of hex digits for integers.</remarks>
internal static class PrefixedGuid
{
    public static string Format(string prefix, Guid value) => string.Concat(prefix, value.ToString("N"));

    public static bool TryParse(string prefix, string? text, out Guid value)
    {
        value = default;
        return text is not null
            && text.StartsWith(prefix, StringComparison.Ordinal)
            && Guid.TryParseExact(text.AsSpan(prefix.Length), "N", out value)
            && text.AsSpan(prefix.Length).IndexOfAnyInRange('A', 'F') < 0;
    }
}
