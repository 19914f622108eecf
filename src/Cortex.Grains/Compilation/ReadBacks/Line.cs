namespace Cortex.Compilation.ReadBacks;

/// <summary>A text that is read from its beginning; what was tried in vain is gone back on by setting <see cref="Position"/>.</summary>
internal sealed class Line(string text)
{
    public int Position { get; set; }

    public bool IsAtEnd => Position == text.Length;

    public ReadOnlySpan<char> Rest => text.AsSpan(Position);

    /// <summary>Takes these words, in any case, if they are next.</summary>
    public bool Take(string words)
    {
        if (!Rest.StartsWith(words, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Position += words.Length;
        return true;
    }

    /// <summary>Takes these words if they are next and no longer word begins with them.</summary>
    public bool TakeWhole(string words)
    {
        var start = Position;
        if (Take(words) && (IsAtEnd || !(char.IsLetterOrDigit(Rest[0]) || Rest[0] == '_')))
        {
            return true;
        }

        Position = start;
        return false;
    }

    /// <summary>Takes so many characters.</summary>
    public string Take(int length)
    {
        Position += length;
        return text.Substring(Position - length, length);
    }

    /// <summary>Takes the characters that fit.</summary>
    public string TakeWhile(Func<char, bool> fits)
    {
        var start = Position;
        while (!IsAtEnd && fits(text[Position]))
        {
            Position++;
        }

        return text[start..Position];
    }

    /// <summary>What was read since an earlier position.</summary>
    public string Since(int start) => text[start..Position];

    /// <summary>What a reading gives, and nothing taken if it gives nothing.</summary>
    public T? Try<T>(Func<T?> read)
        where T : class
    {
        var start = Position;
        var value = read();
        Position = value is null ? start : Position;
        return value;
    }
}
