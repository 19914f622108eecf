using Cortex.Items;
using Cortex.Programs.Templates;
using Cortex.Tools;
using Cortex.Tools.Ai;

namespace Cortex.Runs;

/// <summary>What every run is executed with.</summary>
internal sealed record RunEngine(
    ToolRegistry Tools, TemplateRenderer Templates, SemanticJudge Judge, IAccounts Accounts, IEnumerable<IItemFetcher> Fetchers, CallTimes Times, RunOwner Owner, TimeProvider Time);
