namespace Cortex.Api.Bodies;

/// <summary>Takes every body for JSON, whatever it calls itself: <c>curl -d</c> says "form" unless told otherwise, and our routes take nothing else.</summary>
internal static class JsonContentType
{
    public const string Value = "application/json";

    public static void UseJsonContentType(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.HasJsonContentType())
        {
            context.Request.ContentType = Value;
        }

        return next(context);
    });
}
