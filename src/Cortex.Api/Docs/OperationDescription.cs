using System.Globalization;
using Cortex.Api.Paging;
using Cortex.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cortex.Api.Docs;

/// <summary>What the document says about an operation beyond its types: the token that it needs, the page that it takes.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(DocumentDescription.SchemeName, context.Document)] = [] }];
        }

        if (metadata.OfType<PagedRoute>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Limit());
            operation.Parameters.Add(Cursor());
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Limit() => new()
    {
        Name = "limit",
        In = ParameterLocation.Query,
        Description = "Rows on the page.",
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = PageQuery.LimitMax.ToString(CultureInfo.InvariantCulture),
            Default = PageQuery.LimitDefault,
        },
    };

    private static OpenApiParameter Cursor() => new()
    {
        Name = "cursor",
        In = ParameterLocation.Query,
        Description = "The nextCursor of the page before.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
