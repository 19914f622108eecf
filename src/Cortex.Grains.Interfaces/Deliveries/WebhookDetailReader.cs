using System.Text.Json;

namespace Cortex;

/// <summary>Reads what is particular to each type of webhook; fields that are missing or odd are left out, never an error.</summary>
internal static class WebhookDetailReader
{
    private const int EmailLengthMax = 320;
    private const int ErrorLengthMax = 1_000;
    private const int ModelsMax = 100;

    public static WebhookDetail Read(string type, JsonElement body) => type switch
    {
        "auth" => Auth(body),
        "sync" when Succeeded(body) => SyncSucceeded(body),
        "sync" => SyncFailed(body),
        "forward" => ForwardReader.Read(Name(body, "from") ?? string.Empty, body.ObjectAt("payload")),
        "async_action" => new WebhookDetail.AsyncAction(WebhookText.Name(body.ObjectAt("payload")?.Text("id"), WebhookEnvelope.NameLengthMax)),
        _ => new WebhookDetail.Unknown(type),
    };

    /// <summary>A sync variant by its name, null for the base one.</summary>
    public static string? Variant(JsonElement body) => Name(body, "syncVariant") is { } variant && variant != "base" ? variant : null;

    private static WebhookDetail.Auth Auth(JsonElement body) => new(
        Name(body, "operation") ?? string.Empty,
        Succeeded(body),
        Owner(body),
        WebhookText.Name(body.ObjectAt("tags")?.Text("end_user_email"), EmailLengthMax)
            ?? WebhookText.Name(body.ObjectAt("endUser")?.Text("endUserEmail"), EmailLengthMax),
        Name(body, "provider"),
        Error(body));

    private static string? Owner(JsonElement body) =>
        WebhookText.Name(body.ObjectAt("tags")?.Text("end_user_id"), UserId.LengthMax)
        ?? WebhookText.Name(body.ObjectAt("endUser")?.Text("endUserId"), UserId.LengthMax);

    private static WebhookDetail.SyncSucceeded SyncSucceeded(JsonElement body)
    {
        var results = body.ObjectAt("responseResults");
        return new(
            Name(body, "syncName") ?? string.Empty,
            Variant(body),
            Name(body, "model") ?? string.Empty,
            body.Time("modifiedAfter"),
            results?.Count("added"),
            results?.Count("updated"),
            results?.Count("deleted"));
    }

    private static WebhookDetail.SyncFailed SyncFailed(JsonElement body) => new(
        Name(body, "syncName") ?? string.Empty,
        [
            .. (body.Text("model") ?? string.Empty)
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(model => WebhookText.Name(model, WebhookEnvelope.NameLengthMax) is not null)
                .Take(ModelsMax),
        ],
        Error(body) ?? "Nango does not say why.");

    /// <summary>A body that does not say so has succeeded unless it brings an error.</summary>
    private static bool Succeeded(JsonElement body) => body.Flag("success") ?? body.ObjectAt("error") is null;

    private static string? Error(JsonElement body) =>
        body.ObjectAt("error") is { } error ? WebhookText.Cut(error.Text("description") ?? error.Text("type"), ErrorLengthMax) : null;

    private static string? Name(JsonElement body, string field) => WebhookText.Name(body.Text(field), WebhookEnvelope.NameLengthMax);
}
