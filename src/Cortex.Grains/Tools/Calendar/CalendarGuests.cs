using System.Text.Json.Nodes;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;

namespace Cortex.Tools.Calendar;

/// <summary>Reads whom to invite: addresses joined by commas, and <c>me</c> for the account's own.</summary>
internal sealed class CalendarGuests(CalendarCalls calendar)
{
    /// <summary>The addresses, each once; or what is wrong with them. In the main calendar its owner need not be invited, and <c>me</c> adds nobody.</summary>
    public async Task<(IReadOnlyList<string> Addresses, ToolResult? Failure)> ReadAsync(ToolCall call, string calendarId, CancellationToken cancellationToken)
    {
        string[] said = [.. call.InputText("attendees").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (said.FirstOrDefault(text => text != AddressRules.Me && !AddressText.IsAddress(text)) is { } wrong)
        {
            return Failed($"'{CalendarLimits.Shown(wrong)}' is not an email address, so nobody can be invited by it: write it like ada@example.com.");
        }

        if (said.Length > CalendarLimits.GuestsMax)
        {
            return Failed($"One step invites {CalendarLimits.GuestsMax} guests at most; these are {said.Length}.");
        }

        var addresses = said.Where(text => text != AddressRules.Me).Select(text => text.ToLowerInvariant());
        if (said.Contains(AddressRules.Me) && calendarId != CalendarCalls.Primary)
        {
            // The main calendar's id is the account's address.
            var own = await calendar.GetAsync(call.Account, CalendarCalls.Calendar(CalendarCalls.Primary), cancellationToken);
            if (own.Failure is not null || own.Body.Text("id") is not { } address)
            {
                return ([], own.Failure ?? calendar.Unreadable);
            }

            addresses = addresses.Append(address.ToLowerInvariant());
        }

        return ([.. addresses.Distinct(StringComparer.Ordinal)], null);
    }

    /// <summary>As a new event has them.</summary>
    public static JsonArray ToJson(IEnumerable<string> addresses) => new([.. addresses.Select(address => new JsonObject { ["email"] = address })]);

    private static (IReadOnlyList<string> Addresses, ToolResult? Failure) Failed(string sentence) => ([], new ToolResult.Failed(sentence));
}
