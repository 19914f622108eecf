using System.Text.Json.Nodes;
using Cortex.Nango;

namespace Cortex.Tools.Gmail;

/// <summary>Does one thing to the email that set the automation off, which leaves it the same however often it is done. Output: <c>id</c>.</summary>
/// <param name="gmail">Gmail.</param>
/// <param name="verb">What it does, as in "There is no email to archive".</param>
internal abstract class GmailEmailTool(GmailCalls gmail, string verb) : ITool
{
    public abstract string Name { get; }

    public ToolEffect Effect => ToolEffect.Idempotent;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var email = TriggeringEmail.Of(call.Item);
        if (email is null)
        {
            return TriggeringEmail.Missing(verb);
        }

        var (path, change) = Change(GmailCalls.Messages.Then(email.Id));
        var answer = await gmail.PostAsync(call, path, change, cancellationToken);
        return answer.Failure ?? new ToolResult.Completed(new JsonObject { ["id"] = email.Id }.ToJsonString());
    }

    /// <summary>The request that does it.</summary>
    /// <param name="email">Where the email is.</param>
    protected abstract (ProviderPath Path, JsonObject Body) Change(ProviderPath email);

    /// <summary>A change of the email's labels.</summary>
    protected static (ProviderPath Path, JsonObject Body) Relabel(ProviderPath email, string? add = null, string? remove = null)
    {
        var body = new JsonObject();
        if (add is not null)
        {
            body["addLabelIds"] = new JsonArray(add);
        }

        if (remove is not null)
        {
            body["removeLabelIds"] = new JsonArray(remove);
        }

        return (email.Then("modify"), body);
    }
}
