using Cortex.Catalog;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Validation;
using Cortex.Programs.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Compilation;

/// <summary>Registers the compiler, and what runs need of its language.</summary>
public static class CompilationServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IProgramCompiler"/> with the built-in reader as the first to be asked, and the template renderer.</summary>
    public static IServiceCollection AddCompilation(this IServiceCollection services) => services
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
        .AddSingleton<IProgramCompiler, ProgramCompiler>();
}
