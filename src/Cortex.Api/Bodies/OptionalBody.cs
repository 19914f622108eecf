using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cortex.Api.Bodies;

/// <summary>A JSON body that may be left out: nothing stands for an empty object. Otherwise as <see cref="Body{T}"/>.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed record OptionalBody<T>(T Value) : IBindableFromHttpContext<OptionalBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    public static async ValueTask<OptionalBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await RequestBytes.ReadAsync(context, context.RequestAborted);
        return new(BodyReader.Read<T>(bytes.Length > 0 ? bytes : EmptyObject));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([JsonContentType.Value], typeof(T), isOptional: true));
}
