using System.Globalization;
using System.Text.RegularExpressions;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Actions;

internal static partial class ActionEndpoints
{
    private const int RetriesMax = 5;

    public static void MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/action/trigger", TriggerAsync);
        routes.MapGet("/action/{id}", Result);
    }

    private static async Task<IResult> TriggerAsync(
        HttpContext http, ConnectionStore connections, Integrations integrations, ActionRunner runner, ActionQueue queue,
        CancellationToken cancellationToken)
    {
        var names = ConnectionHeaders.TryRead(http.Request, out var headerFaults);
        var retries = Header(http.Request, "x-max-retries") is not { } text ? 0 : Retries(text);
        bool? isAsync = Header(http.Request, "x-async") is not { } flag ? false : Flag(flag);
        if (names is null || retries is null || isAsync is null)
        {
            return NangoResults.InvalidHeaders([.. headerFaults, .. Faults("x-max-retries", retries is null), .. Faults("x-async", isAsync is null)]);
        }

        if (QueryFaults.Unknown(http.Request.Query).ToArray() is { Length: > 0 } queryFaults)
        {
            return NangoResults.InvalidQuery(queryFaults);
        }

        var body = await BodyReader.ReadAsync(http.Request, cancellationToken);
        var name = body.RequiredText("action_name");
        if (body.Faults.Count == 0 && !ActionName().IsMatch(name))
        {
            body.Add("invalid_format", "Invalid action name", "action_name");
        }

        if (body.Faults.Count > 0)
        {
            return NangoResults.InvalidBody(body.Faults);
        }

        if (names.Find(connections) is not { } connection)
        {
            return NangoResults.UnknownConnection();
        }

        if (ActionCatalog.Find(integrations.ProviderOf(connection.ProviderConfigKey)!, name) is not { } action)
        {
            return NangoResults.Error(StatusCodes.Status404NotFound, "not_found", $"Action '{name}' not found");
        }

        var input = body.Whole["input"]?.DeepClone();
        if (!isAsync.Value)
        {
            return (await runner.RunAsync(connection, action, input, cancellationToken)).ToResult();
        }

        // Looked up anew when its turn comes: until then the connection may have broken, or gone.
        var id = queue.Add(connection, retries.Value, async stopping => names.Find(connections) is { } current
            ? await runner.RunAsync(current, action, input, stopping)
            : ActionErrors.Failed("the connection was deleted"));
        if (id is null)
        {
            return NangoResults.ServerError($"More than {ActionQueue.WaitingMax} actions are waiting already");
        }

        http.Response.Headers.Location = $"/action/{id}";
        return NangoResults.Json(new JsonObject { ["id"] = id.ToString(), ["statusUrl"] = $"/action/{id}" }, StatusCodes.Status202Accepted);
    }

    private static IResult Result(string id, ActionQueue queue)
    {
        if (!Guid.TryParse(id, out var parsed))
        {
            return NangoResults.Error(
                StatusCodes.Status400BadRequest, "invalid_uri_params", errors: [new NangoFault("invalid_format", "Invalid UUID", ["id"])]);
        }

        return queue.Find(parsed)?.ToResult()
            ?? NangoResults.Error(StatusCodes.Status404NotFound, "not_found", $"No action '{id}' found");
    }

    private static string? Header(HttpRequest request, string name)
        => request.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    private static int? Retries(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= RetriesMax ? number : null;

    private static bool? Flag(string text) => bool.TryParse(text, out var flag) ? flag : null;

    private static IEnumerable<NangoFault> Faults(string header, bool isInvalid)
        => isInvalid ? [new NangoFault("invalid_value", "Invalid input", [header])] : [];

    [GeneratedRegex("^[A-Za-z0-9_-]{1,255}$")]
    private static partial Regex ActionName();
}
