namespace Cortex.Sandbox.Records;

/// <summary>
/// The filter parameter with the behaviour that Nango has: "added,updated" works, but "updated,deleted" gives only the updated
/// and "added,deleted" only the added ones.
/// </summary>
internal sealed record RecordFilter(IReadOnlySet<RecordAction> Actions)
{
    public bool Lets(RecordAction action)
    {
        var wantsAdded = Actions.Contains(RecordAction.Added);
        var wantsUpdated = Actions.Contains(RecordAction.Updated);
        return action switch
        {
            RecordAction.Added => wantsAdded || Actions.Count == 0,
            RecordAction.Updated => wantsUpdated || Actions.Count == 0,
            _ => !wantsAdded && !wantsUpdated,
        };
    }

    /// <summary>Null when a word is none of the three.</summary>
    public static RecordFilter? TryParse(string text)
    {
        HashSet<RecordAction> actions = [];
        foreach (var word in text.Split(','))
        {
            if (char.IsAsciiLetter(word.FirstOrDefault()) && Enum.TryParse<RecordAction>(word, ignoreCase: true, out var action))
            {
                actions.Add(action);
            }
            else
            {
                return null;
            }
        }

        return new RecordFilter(actions);
    }
}
