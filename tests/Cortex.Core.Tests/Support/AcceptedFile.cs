namespace Cortex.Core.Tests.Support;

/// <summary>A file in git that tests make. <c>CORTEX_ACCEPT=1</c> rewrites it.</summary>
internal static class AcceptedFile
{
    public static void Is(string actual, params string[] path)
    {
        var file = Path.Combine([Repository.Root, .. path]);
        if (Environment.GetEnvironmentVariable("CORTEX_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        var gone = expected.Split('\n').Except(actual.Split('\n')).Select(line => $"- {line}");
        var added = actual.Split('\n').Except(expected.Split('\n')).Select(line => $"+ {line}");
        Assert.True(
            expected == actual,
            $"{string.Join('/', path)} is out of date. To rewrite it: CORTEX_ACCEPT=1 ./cortex test Core\n{string.Join('\n', gone.Concat(added))}");
    }
}
