using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Words before what is made. In "an <c>onboarding</c> task" they are the title; in "a <c>quick</c> task" they add nothing; "a <c>private</c> event" and "<c>3</c> tasks" ask for something that
/// cannot be had and is no title.
/// </summary>
internal static class MadeSort
{
    private static readonly FrozenSet<string> Plain = Words("quick short simple small little brief new plain normal regular standard basic further additional extra separate automatic nice good proper single friendly polite kind formal informal stern nasty angry detailed apologetic professional generic humble firm gentle gracious funny sincere heartfelt personalized personalised");

    private static readonly FrozenSet<string> NoTitles = Words(
        "private public tentative confirmed provisional busy free optional mandatory required same similar different other identical matching urgent important high low medium priority critical top big large long huge tiny recurring repeating repeated daily weekly "
        + "monthly yearly online virtual hybrid remote personal shared secret hidden confidential pending open closed completed overdue due unassigned assigned linked related several many few two three four five six seven eight nine ten multiple double "
        + "dollar dollars euro euros pound pounds usd eur gbp hour hours minute minutes html blank empty corresponding respective temporary permanent draft nested child parent sub first second third fourth final last next hot warm cold");

    /// <summary>Whether the words add nothing.</summary>
    public static bool IsPlain(string words) => All(words, Plain.Contains);

    /// <summary>Whether the words can be the title.</summary>
    public static bool MayBeTitle(string words) => All(words, word => !NoTitles.Contains(word) && !Plain.Contains(word) && !word.AsSpan().ContainsAnyInRange('0', '9') && !IsLength(word) && !word.EndsWith("-priority", StringComparison.Ordinal));

    /// <summary>"one-hour"</summary>
    private static bool IsLength(string word) => word.EndsWith("-hour", StringComparison.Ordinal) || word.EndsWith("-minute", StringComparison.Ordinal) || word.EndsWith("-day", StringComparison.Ordinal);

    private static bool All(string words, Func<string, bool> holds) => Array.TrueForAll(words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries), word => holds(word));

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
