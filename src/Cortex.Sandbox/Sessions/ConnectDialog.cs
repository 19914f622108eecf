namespace Cortex.Sandbox.Sessions;

/// <summary>The page that stands in for Nango's Connect UI.</summary>
internal static class ConnectDialog
{
    /// <summary>It ends with a slash: Nango's front-end library asks for it so.</summary>
    public const string Path = "/connect-ui/";

    private const string Script = "Cortex.Sandbox.Sessions.ConnectDialog.js";

    public static void MapConnectDialog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, SessionPages.Dialog);
        routes.MapGet(Path + "dialog.js", () => Results.Stream(typeof(ConnectDialog).Assembly.GetManifestResourceStream(Script)!, "text/javascript"));
    }
}
