using System.Collections.Frozen;

namespace Cortex.Compilation.Builtin;

/// <summary>Words that tell what kind of text a prompt is which the grammar could not read. None of them makes a program.</summary>
internal static class Vocabulary
{
    private static readonly ILookup<string, string[]> Attacks = Sequences(
        "ignore previous", "ignore all previous", "ignore prior", "ignore all prior", "ignore the above", "ignore your instructions", "ignore all instructions",
        "ignore your rules", "ignore the rules", "ignore any previous", "disregard previous", "disregard all", "disregard the above", "disregard your",
        "forget previous", "forget all previous", "forget your instructions", "forget your rules", "override your", "override the rules", "previous instructions",
        "prior instructions", "system prompt", "your instructions", "your prompt", "you are now", "you are no longer", "pretend to be", "pretend you are", "act as an admin",
        "admin mode", "approved without", "without checks", "developer mode", "debug mode", "jailbreak", "answer as", "text above", "api key", "api keys", "access token", "access tokens",
        "secret key", "secret keys", "your secrets", "the secrets", "environment variables", "connection string", "connection strings", "all passwords", "user passwords",
        "other users", "other user's", "another user's", "other users'", "another user", "every user's", "all users'", "user_id", "other tenants", "another tenant", "every unit");

    public static FrozenSet<string> Vague { get; } = Set(
        "something someone somebody anything anyone it that this these those thing things stuff happens happen occurs occur changes change comes up do does did handle "
        + "process deal with the usual whatever needed necessary important an a some any good right appropriate useful to in me for us them him her is are "
        + "tell let know and or what should be done i we want need");

    /// <summary>Who or what was not said.</summary>
    public static FrozenSet<string> Pronouns { get; } = Set("something anything someone somebody he she they stuff things");

    /// <summary>Words of a change.</summary>
    public static FrozenSet<string> Changes { get; } = Set("changes change changed updates updated edited modified moves moved reaches becomes");

    /// <summary>What leads to where something goes.</summary>
    public static FrozenSet<string> Targets { get; } = Set("to in on into onto via with through using at as");

    /// <summary>What is said of something that does not happen.</summary>
    public static FrozenSet<string> Absence { get; } = Set(
        "haven't hasn't didn't nobody none hadn't never");

    public static FrozenSet<string> Schedules { get; } = Set("daily weekly monthly hourly nightly yearly annually weekdays");

    public static FrozenSet<string> Periods { get; } = Set(
        "day days morning evening night week weeks month months hour hours minute minutes weekday weekend monday tuesday wednesday thursday friday saturday sunday year quarter two "
        + "three four five ten fifteen thirty 2 3 4 5 10 15 30 60");

    public static FrozenSet<string> Courtesy { get; } = Set("please kindly can could would you just i want need to automatically always");

    public static FrozenSet<string> Verbs { get; } = Set(
        "send email mail write reply text tweet print check find search download tell post play order buy pay  respond answer forward label tag add apply put archive delete trash remove mark star create make book cancel schedule move "
        + "save notify alert remind call update set summarize draft copy share upload download open close start stop turn invite assign");

    public static FrozenSet<string> English { get; } = Set(
        "the when whenever if then from with and is are my get receive contains saying to it");

    public static FrozenSet<string> Foreign { get; } = Set(
        "quand je reçois un une le la les des du de et si mon ma mes alors courriel expéditeur objet répondre wenn ich eine einen ein der die das und dann von mit "
        + "bekomme erhalte betreff nachricht antworte cuando recibo recibir un una el los las y entonces con asunto correo responder quando ricevo "
        + "recebo uma um o os as e então com assunto il lo gli allora oggetto als ik een het van dan met onderwerp ontvang när jag får ett och från kiedy otrzymam od");

    /// <summary>Whether these words begin with a known attempt.</summary>
    public static bool AttackAt(ReadOnlySpan<string> words)
    {
        foreach (var attack in Attacks[words[0]])
        {
            if (words.StartsWith(attack))
            {
                return true;
            }
        }

        return false;
    }

    private static ILookup<string, string[]> Sequences(params IEnumerable<string> sequences) =>
        sequences.Select(sequence => sequence.Split(' ')).ToLookup(words => words[0], StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parts of the day without hours.</summary>
    public static FrozenSet<string> VagueTimes { get; } = Set("night nights evening evenings morning mornings afternoon afternoons hours work dark lunch");
}
