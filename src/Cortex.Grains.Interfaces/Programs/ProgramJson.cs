using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cortex.Programs;

/// <summary>The public form of a program: compact JSON with one spelling for one program, so that its hash names it.</summary>
public static class ProgramJson
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = ProgramLimits.MaxJsonDepth,
    };

    /// <summary>Writes a program.</summary>
    public static string Write(CortexProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return CanonicalJson.Write(program, ProgramJsonWriter.Write);
    }

    /// <summary>Reads a program; strict: nothing unknown, nothing missing, nothing over <see cref="ProgramLimits"/>.</summary>
    /// <exception cref="ProgramFormatException">The text is not a program.</exception>
    public static CortexProgram Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return new ProgramJsonReader().Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Besides syntax errors: half a character, as an escape or as such.
            throw new ProgramFormatException("The program is not well-formed JSON.", exception);
        }
    }

    /// <summary>The hash of a program's JSON: SHA-256 as 64 lower-case hex digits.</summary>
    public static string Hash(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }
}
