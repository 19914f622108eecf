namespace Cortex.Cli.Bench.Chaos;

/// <summary>One automation that every user has: who sets it off, and what it leaves at the providers.</summary>
/// <param name="Sender">Whose emails set it off; no other automation is.</param>
/// <param name="Prompt">What it is made from.</param>
/// <param name="Effects">The kinds of what it leaves, one of each, in the sandbox's words.</param>
internal sealed record ChaosAutomation(string Sender, string Prompt, IReadOnlyList<string> Effects)
{
    /// <summary>Answers every email.</summary>
    public static readonly ChaosAutomation Reply = new("reply@chaos.example", """when: email from reply@chaos.example then: reply "Thank you" """.Trim(), ["mail"]);

    /// <summary>Makes a calendar event of every email.</summary>
    public static readonly ChaosAutomation Meet = new(
        "meet@chaos.example", "When an email from meet@chaos.example arrives, create a calendar event called \"{{ subject }}\" tomorrow at 10:00", ["event"]);

    /// <summary>Makes a lead of every email.</summary>
    public static readonly ChaosAutomation Lead = new(
        "lead@chaos.example", "When I get an email from lead@chaos.example, create a Salesforce lead with the last name {{ subject }} and the company Chaos", ["record"]);
}
