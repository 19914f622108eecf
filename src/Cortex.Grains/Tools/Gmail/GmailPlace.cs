using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Where mails of one sort are listed.</summary>
/// <param name="List">The list of all, newest first, which can be searched.</param>
/// <param name="Entries">The answer's member that has the list.</param>
/// <param name="MessageIdOf">The id of the message that an entry is about.</param>
/// <param name="UnknownOutcomeText">What is said when there are too many to look at.</param>
internal sealed record GmailPlace(ProviderPath List, string Entries, Func<JsonElement, string?> MessageIdOf, string UnknownOutcomeText);
