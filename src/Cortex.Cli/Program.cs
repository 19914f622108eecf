using System.CommandLine;
using Cortex.Cli;
using Cortex.Cli.Commands;

var root = new RootCommand("Cortex runs automations that are written in words.")
{
    RunCommand.Make(),
    ClusterCommand.Make(),
    MigrateCommand.Make(),
    DeadLettersCommand.Make(),
    BenchCommand.Make(),
};
return await CommandLine.InvokeAsync(root, args);
