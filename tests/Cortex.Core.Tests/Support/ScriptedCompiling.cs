using Cortex.Compilation;
using Cortex.Compilation.Builtin;
using Cortex.Compilation.Suggestions;
using Cortex.Compilation.Validation;
using Cortex.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Support;

/// <summary>The compiler as the application has it, before a model that says what a test wrote down.</summary>
internal sealed class ScriptedCompiling(params ModelReply[] replies) : IAsyncDisposable
{
    /// <summary>What takes long to build, and keeps nothing of a prompt. Its clock stands still, so that no busy machine cuts suggestions short.</summary>
    private static readonly ServiceProvider Shared = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider()).AddCompilation().BuildServiceProvider();

    private readonly ScriptedModel _model = new(replies);
    private ServiceProvider? _services;

    /// <summary>What the model was asked.</summary>
    public IReadOnlyList<ModelQuestion> Questions => _model.Questions;

    public async Task<CompileResult> CompileAsync(string prompt, CompileOptions? options = null)
    {
        _services ??= new ServiceCollection().AddLogging().AddCompilation().AddModel(GroqSettings.None)
            .AddSingleton<ILanguageModel>(_model)
            .AddSingleton(Shared.GetRequiredService<BuiltinReader>())
            .AddSingleton(Shared.GetRequiredService<Coverage>())
            .AddSingleton(Shared.GetRequiredService<Suggester>())
            .BuildServiceProvider();
        return await _services.GetRequiredService<IProgramCompiler>().CompileAsync(prompt, options ?? CompileOptions.Default, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }
}
