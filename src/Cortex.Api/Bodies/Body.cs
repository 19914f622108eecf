using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cortex.Api.Bodies;

/// <summary>A JSON body, bound by <see cref="BodyReader"/>.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed record Body<T>(T Value) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await RequestBytes.ReadAsync(context, context.RequestAborted);
        return new(BodyReader.Read<T>(bytes));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([JsonContentType.Value], typeof(T)));
}
