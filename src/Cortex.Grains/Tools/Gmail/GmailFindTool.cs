using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Items;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>
/// Finds the newest email that contains a text, other than the one that set the automation off; drafts, spam and the trash are left out. Input: <c>query</c>;
/// output: <c>found, id, subject, from</c>, the last three empty if there is none.
/// </summary>
internal sealed class GmailFindTool(GmailCalls gmail) : ITool
{
    private const string NotDrafts = "-in:drafts";

    public string Name => "gmail.find";

    public ToolEffect Effect => ToolEffect.Repeatable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (GmailSearchWords.Phrase(call.InputText("query")) is not { } phrase)
        {
            return new ToolResult.Failed("There is nothing to search for: say which words the email contains.");
        }

        // One more than is wanted, as the triggering email may be among them.
        var list = await gmail.GetAsync(call, GmailCalls.Messages.With("q", $"{phrase} {NotDrafts}").With("maxResults", "2"), cancellationToken);
        if (list.Failure is not null)
        {
            return list.Failure;
        }

        var own = TriggeringEmail.Of(call.Item)?.Id;
        foreach (var id in list.Body.Elements("messages").Select(message => message.Text("id")).Where(id => ProviderPath.IsSegment(id) && id != own))
        {
            var read = GmailCalls.Messages.Then(id!).With("format", "metadata").With("metadataHeaders", "Subject").With("metadataHeaders", "From");
            var message = await gmail.GetAsync(call, read, cancellationToken);
            if (message.Failure is null)
            {
                return Found(id!, message.Body);
            }

            if (message.Status != 404)
            {
                return message.Failure;
            }
        }

        return Output(found: false, string.Empty, string.Empty, string.Empty);
    }

    private static ToolResult.Completed Found(string id, JsonElement message)
    {
        var headers = GmailHeaders.Of(message);
        return Output(
            found: true,
            id,
            ItemText.CleanLine(EmailHeaders.Text(headers["Subject"].FirstOrDefault()), ItemLimits.SubjectLengthMax),
            ItemText.CleanLine(EmailHeaders.Sender(headers["From"].FirstOrDefault())?.Address, ItemLimits.TextLengthMax));
    }

    private static ToolResult.Completed Output(bool found, string id, string subject, string from) =>
        new(new JsonObject { ["found"] = found, ["id"] = id, ["subject"] = subject, ["from"] = from }.ToJsonString(ItemJson.Options));
}
