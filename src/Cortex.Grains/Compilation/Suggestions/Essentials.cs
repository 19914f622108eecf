using System.Collections.Frozen;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Suggestions;

/// <summary>
/// What every suggestion must have of a prompt, however it was found: each literal, with the relation in which it stands; each word that turns the meaning of
/// others ("not", "or", "only", "the rest"). All other words that mean something it has too, or says that it has not.
/// </summary>
internal sealed class Essentials
{
    private const int WordsOfChange = 4;

    private const string Email = "email";

    /// <summary>Words before a topic.</summary>
    private static readonly FrozenSet<string> Topical = FrozenSet.Create(
        StringComparer.Ordinal, "about", "regarding", "concerning", "related", "mentions", "mention", "mentioning", "with", "for", "like", "looks", "seems", "sounds", "kind");

    /// <summary>Besides the negations, words that leave something out.</summary>
    private static readonly FrozenSet<string> Denials = Weights.Negations
        .Concat(["dosent", "cant", "hasnt", "nothing", "outside", "stop", "lacking", "missing", "minus", "zero", "unstar", "removed", "remove"])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Anyone but Bob", "any stage other than Won".</summary>
    private static readonly string[] DenyingPhrases = ["anyone but", "anybody but", "everyone but", "everybody but", "anything but", "everything but", "all but", "other than", "rather than", "apart from", "save for"];

    /// <summary>Words of which a suggestion has one of the same row for each row that the prompt has one of.</summary>
    private static readonly FrozenSet<string>[] Turning =
    [
        FrozenSet.Create(StringComparer.Ordinal, "rest", "else", "others", "otherwise", "remaining", "remainder"),
        FrozenSet.Create(StringComparer.Ordinal, "only", "solely", "exclusively"),
        FrozenSet.Create(StringComparer.Ordinal, "until", "till"),
        FrozenSet.Create(StringComparer.Ordinal, "first", "second", "third", "twice"),
        FrozenSet.Create(StringComparer.Ordinal, "end", "ends", "ended", "ending", "finishes", "finished"),
        FrozenSet.Create(StringComparer.Ordinal, "cancelled", "canceled", "cancels", "cancel"),
        FrozenSet.Create(StringComparer.Ordinal, "cc", "ccs", "cc'd", "ccd", "cced", "cc'ing"),
        FrozenSet.Create(StringComparer.Ordinal, "bcc", "bccs", "bcc'd", "bccd", "bcced"),
    ];

    /// <summary>What can be told exactly: within a meaning that AI is to judge it would be told by chance.</summary>
    private static readonly FrozenSet<string> Exact = FrozenSet.Create(
        StringComparer.Ordinal,
        "starred", "important", "unread", "read", "labelled", "labeled", "attachment", "attachments", "attached", "pdf", "first", "last", "second", "only", "but", "unless", "except", "cc", "bcc", "subject", "body", "title", "location", "description", "sender", "older",
        "newer", "than");

    /// <summary>Stems of what happens to something that was otherwise before.</summary>
    private static readonly FrozenSet<string> Changing = new[]
    {
        "changes", "moves", "goes", "switches", "turns", "slips", "flips", "lowered", "raised", "drops", "falls", "jumps", "rises", "increases", "decreases", "shifts", "converted", "reassigned", "swapped", "updated", "edited", "becomes", "gets", "doubles", "shrinks", "grows",
        "reduced",
    }.Select(WordStem.Of).ToFrozenSet(StringComparer.Ordinal);

    private static readonly char[] Quotes = ['"', '“', '”', '\'', '‘', '’', '«', '»'];

    private readonly Lexicon _lexicon;
    private readonly Sentence _prompt;
    private readonly int _denials;

    /// <param name="lexicon">The words of the language.</param>
    /// <param name="prompt">The prompt, typing errors corrected, without what says nothing.</param>
    public Essentials(Lexicon lexicon, string prompt)
    {
        _lexicon = lexicon;
        _prompt = lexicon.Read(prompt);
        _denials = DenialsIn(prompt);
    }

    /// <summary>"Star them, but bin those with a sale": what is said against the rest needs a word that denies or excepts.</summary>
    private static bool IsAgainst(string word) => word is "but" || Weights.Negations.Contains(word);

    /// <summary>Whether a suggestion has all of it.</summary>
    /// <param name="suggested">The suggestion.</param>
    /// <param name="asides">What it leaves out that says neither when nor what: only a name or a number may go with it.</param>
    public bool AreKeptBy(string suggested, IReadOnlyList<string> asides)
    {
        if (DenialsIn(suggested) < _denials)
        {
            return false;
        }

        var other = _lexicon.Read(suggested);
        if (JoinedMe(other) < JoinedMe(_prompt) || (SendsHimself(_prompt) && !SendsHimself(other)) || JudgesWhatIsExact(other))
        {
            return false;
        }

        var nouns = other.Pieces.SelectMany(piece => piece.Text.ToLowerInvariant().Split(' ')).SelectMany(word => _lexicon.Alike(WordStem.Of(word))).ToHashSet(StringComparer.Ordinal);
        if (!SpeaksOfTheSame(other) || TurnsAround(other))
        {
            return false;
        }

        var bare = Bare(suggested);
        var words = Words(bare);
        var left = Left(asides);
        var alternatives = 0;
        for (var index = 0; index < _prompt.Pieces.Count; index++)
        {
            var piece = _prompt.Pieces[index];
            if (left.Contains(index) && piece.Kind is PieceKind.Word or PieceKind.Mark or PieceKind.Name or PieceKind.Amount or PieceKind.Duration or PieceKind.Moment)
            {
                continue;
            }

            if (piece.IsLiteral && !(bare.Contains(Bare(piece.Text), StringComparison.Ordinal) && KeepsRelation(index, other)))
            {
                return false;
            }

            if (piece.Kind == PieceKind.Word && WordStem.Of(piece.Text) is var stem && _lexicon.IsNoun(stem) && !nouns.Contains(stem))
            {
                return false;
            }

            if (piece.Is("but") && !words.Any(IsAgainst))
            {
                return false;
            }

            alternatives += piece.Is("or") ? 1 : 0;
            if (piece.Kind == PieceKind.Word && Turning.FirstOrDefault(row => row.Contains(piece.Text)) is { } turning && !IsBare(index) && !words.Any(turning.Contains))
            {
                return false;
            }
        }

        var said = words.Count(word => word == "or");
        return said >= alternatives && said <= alternatives + _prompt.Pieces.Count(piece => piece.IsMark && piece.Text is "," or "/" or "(") && KeepsChanges(bare);
    }

    /// <summary>Whether some words hold a literal.</summary>
    public bool HasLiteral(IReadOnlyList<string> asides) => Left(asides).Any(index => _prompt.Pieces[index].IsLiteral);

    /// <summary>Whether all words that a suggestion does not have are said to be left out, or replaced.</summary>
    public bool AreTold(string suggested, IReadOnlyList<string> changes)
    {
        var told = changes.Prepend(suggested).SelectMany(text => _lexicon.Read(text).Pieces).Where(piece => piece.Kind == PieceKind.Word).SelectMany(piece => _lexicon.Alike(WordStem.Of(piece.Text))).ToHashSet(StringComparer.Ordinal);
        told.UnionWith(Words(Bare(string.Join(' ', changes.Prepend(suggested)))).Select(WordStem.Of));
        return Enumerable.Range(0, _prompt.Pieces.Count).All(index =>
            _prompt.Pieces[index].Kind != PieceKind.Word || Weights.Of(_prompt, index, _lexicon.Verbs) < Weights.Named || told.Contains(WordStem.Of(_prompt.Pieces[index].Text)));
    }

    /// <summary>How many words of a text deny or except something.</summary>
    public static int DenialsIn(string prompt)
    {
        var outside = QuotedText.Outside(prompt).Replace('’', '\'').ToLowerInvariant();
        var words = outside.Split([' ', ',', ';', '.', ':', '!', '?', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Count(Denials.Contains) + DenyingPhrases.Count(phrase => outside.Contains(phrase, StringComparison.Ordinal));
    }

    /// <summary>"A contact's phone changes" is not "a meeting about "a contact's phone" changes": of the kinds of item that are named, one is what it is about.</summary>
    private bool SpeaksOfTheSame(Sentence suggested)
    {
        var named = Kinds(_prompt.Pieces.Where(piece => piece.Kind == PieceKind.Word));
        return named.Count == 0 || named.Overlaps(Kinds(suggested.Pieces.Where(piece => piece.Kind != PieceKind.Text)));
    }

    /// <summary>
    /// "Don't archive mail from Ana" is not "archive what is not from Ana", "including newsletters" not "newsletters", "mails from Ana and mails with …" not one mail of both, and what stays in the inbox is not archived.
    /// </summary>
    private bool TurnsAround(Sentence suggested)
    {
        var said = _prompt.Pieces;
        for (var index = 1; index < said.Count; index++)
        {
            var (before, word) = (said[index - 1], said[index].Text);
            if ((Weights.Negations.Contains(before.Text) && _lexicon.Verbs.Contains(word) && !_lexicon.IsNoun(WordStem.Of(word)))
                || (before.Is("and") && said[index].Kind == PieceKind.Word && _lexicon.IsNoun(WordStem.Of(word)) && index + 1 < said.Count && said[index + 1].Text is "from" or "with" or "about" or "that")
                || said[index].Is("including"))
            {
                return true;
            }
        }

        return Enumerable.Range(1, Math.Max(0, said.Count - 1)).Any(index => said[index].Is("inbox") && said.Skip(Math.Max(0, index - 2)).Take(2).Any(piece => piece.Text is "to" or "in" or "into"))
            && suggested.Pieces.Any(piece => piece.Is("archive")) && !said.Any(piece => piece.Text.StartsWith("archiv", StringComparison.Ordinal));
    }

    private HashSet<string> Kinds(IEnumerable<PromptPiece> pieces) =>
        [.. pieces.SelectMany(piece => piece.Text.ToLowerInvariant().Split(' ')).Select(WordStem.Of).Where(_lexicon.IsNoun).SelectMany(_lexicon.Alike)];

    /// <summary>"Only mails from Ana should be starred" says no more than "mails from Ana".</summary>
    private bool IsBare(int index) => index == 0 && _prompt.Pieces[0].Is("only");

    private bool KeepsRelation(int index, Sentence suggested)
    {
        var (piece, relation) = (_prompt.Pieces[index], Relations.Of(_prompt, index));
        var same = Enumerable.Range(0, suggested.Pieces.Count).Where(other => suggested.Pieces[other].IsLiteral && Bare(suggested.Pieces[other].Text) == Bare(piece.Text)).ToList();
        return same.Count == 0 || same.Exists(other => Relations.Of(suggested, other) is var there && relation.MayBecome(there) && !(piece.Kind == PieceKind.Text && relation == Relation.None && there is Relation.From or Relation.To));
    }

    /// <summary>"Bob and me": one of the recipients, though "me" alone mostly says little.</summary>
    private static int JoinedMe(Sentence sentence) => Enumerable.Range(1, Math.Max(0, sentence.Pieces.Count - 1)).Count(index =>
        (sentence.Pieces[index].Is("me") && sentence.Pieces[index - 1].Text is "and" or "or" or "&" or "+") || (sentence.Pieces[index].Text is "and" or "or" or "&" or "+" && sentence.Pieces[index - 1].Is("me")));

    /// <summary>"When I send a mail" is about none that arrives.</summary>
    private static bool SendsHimself(Sentence sentence) => Enumerable.Range(1, Math.Max(0, sentence.Pieces.Count - 1)).Any(index =>
        sentence.Pieces[index].Text is "send" or "sent" or "write" or "wrote" or "mail" or "email" or "forward" or "reply" && sentence.Pieces[index - 1].Text is "i" or "we");

    /// <summary>Whether words that the prompt does not quote are quoted, and so judged by AI, though they can be told exactly, say what to do, or mean nothing.</summary>
    private bool JudgesWhatIsExact(Sentence suggested) => Judged(suggested).Any(words => words.Any(Exact.Contains)
        || words.All(word => word == "new" || Weights.IsFiller(word))
        || Enumerable.Range(1, words.Length - 1).Any(index => words[index] is "it" or "them" && _lexicon.Verbs.Contains(words[index - 1])))
        || JudgesTime(suggested) || JudgesTopic(suggested);

    /// <summary>"When a deal that AI judges to match "is put on hold"": of what happens to a record or a meeting, AI judges a topic only where the prompt speaks of one.</summary>
    private bool JudgesTopic(Sentence suggested) => !Kinds(suggested.Pieces.Where(piece => piece.Kind != PieceKind.Text)).Contains(Email) && !_prompt.Pieces.Any(piece => Topical.Contains(piece.Text))
        && Enumerable.Range(1, Math.Max(0, suggested.Pieces.Count - 1)).Any(index => suggested.Pieces[index] is { Kind: PieceKind.Text, Text: var topic } && suggested.Pieces[index - 1].Text is "about" or "match" && topic.Split(' ')[0] is not ("a" or "an" or "the" or "my" or "our")
            && !_prompt.Pieces.Any(own => own.Kind == PieceKind.Text && own.Text == topic));

    /// <summary>"A meeting about "before 9am"": a time is compared, and no topic.</summary>
    private bool JudgesTime(Sentence suggested) => Enumerable.Range(1, Math.Max(0, suggested.Pieces.Count - 1)).Any(index =>
        suggested.Pieces[index] is { Kind: PieceKind.Text, Text: var topic } && suggested.Pieces[index - 1].Is("about") && !_prompt.Pieces.Any(own => own.Kind == PieceKind.Text && own.Text == topic)
        && _lexicon.Read(topic).Pieces.Any(piece => piece.Kind is PieceKind.Moment or PieceKind.Duration or PieceKind.Amount || piece.Text is "before" or "after"));

    /// <summary>"Gets lowered", "is assigned to me": whether AI would be asked to see in a record or a meeting what happens to it. An email tells of what happens.</summary>
    public bool JudgesChange(string suggested) => Judged(_lexicon.Read(suggested)).Any(words => Enumerable.Range(0, words.Length).Any(index =>
        IsChange(words[index]) || (words[index].EndsWith("ed", StringComparison.Ordinal) && (index == 0 || words[index - 1] is "is" or "are" or "was" or "were" or "been" or "being"))));

    /// <summary>The words of each quotation that is none in the prompt.</summary>
    private IEnumerable<string[]> Judged(Sentence suggested) => suggested.Pieces
        .Where(piece => piece.Kind == PieceKind.Text && !_prompt.Pieces.Any(own => own.Kind is PieceKind.Text or PieceKind.Name && own.Text == piece.Text))
        .Select(piece => piece.Text.ToLowerInvariant().Split(' '));

    private static bool IsChange(string word) => Changing.Contains(WordStem.Of(word));

    /// <summary>"Goes from New to Escalated": what something was before it changed.</summary>
    private bool KeepsChanges(string bare)
    {
        for (var from = 1; from < _prompt.Pieces.Count; from++)
        {
            if (!_prompt.Pieces[from].Is("from") || !Enumerable.Range(Math.Max(0, from - 2), Math.Min(2, from)).Any(index => IsChange(_prompt.Pieces[index].Text)))
            {
                continue;
            }

            for (var to = from + 2; to <= Math.Min(from + WordsOfChange, _prompt.Pieces.Count - 2) && !_prompt.Pieces[to - 1].IsMark; to++)
            {
                if (_prompt.Pieces[to].Text is "to" or "into" && !bare.Contains($"from {Bare(_prompt.TextOf((from + 1)..(to + 1)))}", StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The pieces of what is left out.</summary>
    private HashSet<int> Left(IReadOnlyList<string> asides)
    {
        var left = new HashSet<int>();
        foreach (var aside in asides)
        {
            if (_prompt.Prompt.IndexOf(aside, StringComparison.Ordinal) is >= 0 and var start)
            {
                left.UnionWith(Enumerable.Range(0, _prompt.Pieces.Count).Where(index => _prompt.Pieces[index].At.Start >= start && _prompt.Pieces[index].At.Start < start + aside.Length));
            }
        }

        return left;
    }

    private static string[] Words(string bare) => bare.Split([' ', ',', '.', ':', ';', '!', '?', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string text) => string.Concat(text.Where(character => !Quotes.Contains(character))).ToLowerInvariant();
}
