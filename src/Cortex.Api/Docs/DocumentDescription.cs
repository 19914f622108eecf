using Cortex.Api.Config;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cortex.Api.Docs;

/// <summary>What the document says about the whole API.</summary>
internal sealed class DocumentDescription : IOpenApiDocumentTransformer
{
    /// <summary>The name under which operations refer to the token.</summary>
    public const string SchemeName = "firebase";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Cortex",
            Version = ApiVersion.Text,
            Description =
                """
                Automations written in words, compiled once to small typed programs, run on what happens in a user's mail, calendar and CRM.

                Refusals are `application/problem+json`; their `error` is one sentence for the user. What belongs to another user answers 404.
                Lists are newest first; `nextCursor` of one page is `cursor` of the next.
                """,
        };
        document.AddComponent(SchemeName, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A Firebase ID token.",
        });
        return Task.CompletedTask;
    }
}
