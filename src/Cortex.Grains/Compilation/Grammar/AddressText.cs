using System.Buffers;

namespace Cortex.Compilation.Grammar;

/// <summary>What an address looks like in a prompt, and whether a text is exactly one.</summary>
internal static class AddressText
{
    private const int MaxAddress = 254;
    private const int MaxLocal = 64;
    private const int MaxLabel = 63;
    private static readonly SearchValues<char> Enders = SearchValues.Create(" \t\r\n\u00A0,;\"“”«»()<>");

    private const string LocalMarks = ".!#$%&'*+/=?^_`{|}~-";

    /// <summary>Exactly one plain address: no display name, no comment, no quotes, nothing that could end a header.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        return at is > 0 and <= MaxLocal && text.Length <= MaxAddress && IsLocal(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    /// <summary>A domain with at least one dot: <c>acme.com</c>.</summary>
    public static bool IsDomain(ReadOnlySpan<char> text)
    {
        var labels = 0;
        var last = default(ReadOnlySpan<char>);
        foreach (var range in text.Split('.'))
        {
            last = text[range];
            if (last.Length is 0 or > MaxLabel || last[0] == '-' || last[^1] == '-' || last.ContainsAnyExceptLabel())
            {
                return false;
            }

            labels++;
        }

        return labels > 1 && last.Length > 1 && !char.IsAsciiDigit(last[0]) && text.Length <= MaxAddress;
    }

    /// <summary>The length of the address or domain at the start of a text, <c>*@acme.com</c> among them; 0 if there is none.</summary>
    public static int Length(ReadOnlySpan<char> text, bool domains)
    {
        var length = text.IndexOfAny(Enders) is >= 0 and var end ? end : text.Length;
        while (length > 0 && text[length - 1] is '.' or ':' or '!' or '?' or '\'' or '’')
        {
            length--;
        }

        var candidate = text[..length];
        return IsAddress(candidate) || (domains && IsDomain(WithoutAnyone(candidate))) ? length : 0;
    }

    /// <summary>The domain that <c>@acme.com</c> and <c>*@acme.com</c> stand for; any other text as it is.</summary>
    private static ReadOnlySpan<char> WithoutAnyone(ReadOnlySpan<char> text) => text switch
    {
        ['@', .. var domain] => domain,
        ['*', '@', .. var domain] => domain,
        _ => text,
    };

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local is "*" || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var character in local)
        {
            if (!char.IsLetterOrDigit(character) && !LocalMarks.Contains(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ContainsAnyExceptLabel(this ReadOnlySpan<char> label)
    {
        foreach (var character in label)
        {
            if (!char.IsLetterOrDigit(character) && character != '-')
            {
                return true;
            }
        }

        return false;
    }
}
