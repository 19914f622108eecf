using System.Text.RegularExpressions;

namespace Cortex.Sandbox.Nango;

internal static partial class ModelName
{
    private const int CharsMax = 255;

    public static bool IsValid(string name) => name.Length <= CharsMax && Shape().IsMatch(name);

    [GeneratedRegex("^[A-Z][A-Za-z0-9_-]+$")]
    private static partial Regex Shape();
}
