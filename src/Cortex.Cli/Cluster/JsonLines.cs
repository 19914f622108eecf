using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cortex.Cli.Cluster;

/// <summary>One JSON object a line: for programs that start a cluster.</summary>
internal static class JsonLines
{
    // Addresses shall be readable: what is printed here never becomes part of a page.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(object line) => Console.Out.WriteLine(JsonSerializer.Serialize(line, Json));
}
