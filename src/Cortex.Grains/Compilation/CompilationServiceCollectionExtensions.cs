using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.ReadBacks;
using Cortex.Compilation.Suggestions;
using Cortex.Compilation.Validation;
using Cortex.Programs.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cortex.Compilation;

/// <summary>Registers the compiler, and what runs need of its language.</summary>
public static class CompilationServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IProgramCompiler"/> with the built-in reader as the first to be asked, and the template renderer.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="suggesting">Whether a refusal says what the prompt can be put right with, which takes some ten times as long as the refusal.</param>
    public static IServiceCollection AddCompilation(this IServiceCollection services, bool suggesting = true)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(CortexCatalog.Known)
            .AddSingleton<BuiltinReader>()
            .AddSingleton<IPromptReader>(provider => provider.GetRequiredService<BuiltinReader>())
            .AddSingleton<InputRules>()
            .AddSingleton<StepRules>()
            .AddSingleton<ProgramValidator>()
            .AddSingleton<Coverage>()
            .AddSingleton<Explainer>()
            .AddSingleton<TemplateParser>()
            .AddSingleton<TemplateRenderer>()
            .AddSingleton<ReadingComparison>()
            .AddSingleton<ProgramCompiler>()
            .AddSingleton<CandidateCompiler>()
            .AddSingleton<Suggester>()
            .AddSingleton<Understanding>()
            .AddSingleton<IProgramCompiler>(provider => suggesting
                ? new RepairingCompiler(provider.GetRequiredService<ProgramCompiler>(), provider.GetRequiredService<Suggester>(), provider.GetRequiredService<Understanding>())
                : provider.GetRequiredService<ProgramCompiler>());
    }

    /// <summary>Has the compiler built when the host starts, and not with the first prompt.</summary>
    public static IServiceCollection AddCompilerPreparation(this IServiceCollection services) => services.AddHostedService<CompilerPreparation>();
}
