using System.Text.Json.Nodes;
using Cortex.Api.Tests.Support;
using Cortex.Testing;
using Microsoft.AspNetCore.Routing;

namespace Cortex.Api.Tests.Docs;

/// <summary>The document says what the routes do.</summary>
public sealed class OpenApiTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    /// <summary>Routes that are not part of the API: the document itself, the page that shows it.</summary>
    private static readonly string[] Undocumented = ["/openapi/{documentName}.json", "/docs"];

    [Fact]
    public async Task Document_IsOpenApi31_AndItsReferencesLead()
    {
        var document = await OpenApi.DocumentAsync(fixture.Api);

        Assert.StartsWith("3.1.", (string)document["openapi"]!, StringComparison.Ordinal);
        var references = References(document).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.True(Leads(document, r), $"{r} leads nowhere."));
    }

    [Fact]
    public async Task Document_NamesEveryRoute()
    {
        var documented = (await OpenApi.OperationsAsync(fixture.Api)).Select(o => $"{o.Method.ToUpperInvariant()} {o.Path}");
        var mapped =
            from endpoint in fixture.Api.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let pattern = $"/{endpoint.RoutePattern.RawText!.Trim('/')}"
            where !Undocumented.Any(u => pattern == u || (u == "/docs" && pattern.StartsWith(u, StringComparison.Ordinal)))
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} {pattern}";

        Assert.Equal(mapped.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Operations_SayWhoMayCallThem_AndHowTheyRefuse()
    {
        var operations = await OpenApi.OperationsAsync(fixture.Api);

        Assert.All(operations, o =>
        {
            var ofUser = o.Path.StartsWith("/api/cortex/", StringComparison.Ordinal) && o.Path != "/api/cortex/config";
            Assert.Equal(ofUser, o.Node["security"] is JsonArray { Count: > 0 });
            Assert.Equal(ofUser, o.Node["responses"]!["401"] is not null && o.Path != NangoWebhook.Path);
            Assert.NotEmpty((string)o.Node["summary"]!);
        });
        Assert.Equal(operations.Count, operations.Select(o => (string)o.Node["operationId"]!).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Operations_WithABody_DescribeIt()
    {
        var create = (await OpenApi.OperationsAsync(fixture.Api)).Single(o => (o.Method, o.Path) == ("post", "/api/cortex/units"));

        var schema = (string)create.Node["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!;
        var properties = Follow(await OpenApi.DocumentAsync(fixture.Api), schema)!["properties"]!.AsObject().Select(p => p.Key);
        Assert.Equal(["name", "prompt", "when", "if", "then", "programHash"], properties);
    }

    [Fact]
    public async Task Lists_DescribeTheirPages()
    {
        var lists = (await OpenApi.OperationsAsync(fixture.Api)).Where(o => o is { Method: "get", Path: "/api/cortex/units" or "/api/cortex/runs" or "/api/cortex/events" or "/api/cortex/notifications" or "/api/cortex/dead-letters" or "/api/cortex/connections" });

        Assert.All(lists, o => Assert.Superset(new HashSet<string> { "limit", "cursor" }, o.Node["parameters"]!.AsArray().Select(p => (string)p!["name"]!).ToHashSet()));
    }

    [Fact]
    public async Task Docs_AreAPageOfOurOwn()
    {
        var page = await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, "/docs/");

        Assert.Equal((200, "text/html"), (page.Status, page.Response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("https://cdn", page.Body, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p is { Key: "$ref", Value: JsonValue v } ? [(string)v!] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };

    private static bool Leads(JsonNode document, string reference) => reference.StartsWith("#/", StringComparison.Ordinal) && Follow(document, reference) is not null;

    private static JsonNode? Follow(JsonNode document, string reference) =>
        reference[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => (node as JsonObject)?[part]);
}
