using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Cortex.Api.Docs;

/// <summary>The OpenAPI document, made from the routes themselves, and a page to read it.</summary>
internal static class ApiDocs
{
    private const string Document = "v1";

    public static IServiceCollection AddApiDocs(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer<DocumentDescription>();
        options.AddOperationTransformer<OperationDescription>();
    });

    public static void MapApiDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapScalarApiReference("/docs", options => options
            .WithTitle("Cortex API")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .AddDocument(Document)
            .DisableDefaultFonts()).AllowAnonymous();
    }
}
