using System.Reflection;
using System.Text;

namespace Cortex.Architecture.Tests;

/// <summary>What processes of two releases say to each other may only grow. The snapshot in git is what was deployed.</summary>
public sealed class GrainContractTests
{
    private const string Snapshot = "tests/Cortex.Architecture.Tests/GrainContract.txt";

    private static readonly Assembly Interfaces = Assembly.Load("Cortex.Grains.Interfaces");
    private static readonly Assembly Grains = Assembly.Load("Cortex.Grains");

    [Fact]
    public void Contract_IsTheOneInGit()
    {
        var actual = Describe();
        if (Environment.GetEnvironmentVariable("CORTEX_ACCEPT") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Snapshot), actual);
        }

        var expected = Repository.Read(Snapshot);
        var gone = expected.Split('\n').Except(actual.Split('\n')).Select(l => $"- {l}");
        var added = actual.Split('\n').Except(expected.Split('\n')).Select(l => $"+ {l}");
        Assert.True(
            expected == actual,
            $"The contract between processes has changed. If that is meant, and old processes can live with it: CORTEX_ACCEPT=1 ./cortex test Architecture\n{string.Join('\n', gone.Concat(added))}");
    }

    [Fact]
    public void GrainMethods_EndWithACancellationToken()
    {
        var offenders = GrainInterfaces.SelectMany(t => t.GetMethods()).Where(m => m.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken));

        Assert.Empty(offenders.Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
    }

    [Fact]
    public void GrainInterfacesAndMethods_HaveAliases()
    {
        var offenders = GrainInterfaces.Cast<MemberInfo>().Concat(GrainInterfaces.SelectMany(t => t.GetMethods())).Where(m => AliasOf(m) is null);

        Assert.Empty(offenders.Select(m => m.Name));
    }

    [Fact]
    public void GrainClasses_HaveADurableTypeName()
    {
        var classes = Grains.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(Grain)));

        Assert.NotEmpty(classes);
        Assert.Empty(classes.Where(t => t.GetCustomAttribute<GrainTypeAttribute>() is null).Select(t => t.Name));
    }

    [Fact]
    public void PersistentStates_HaveDistinctNames()
    {
        var names = Grains.GetTypes().SelectMany(t => t.GetConstructors()).SelectMany(c => c.GetParameters())
            .Select(p => p.GetCustomAttribute<PersistentStateAttribute>()?.StateName).OfType<string>().ToList();

        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
    }

    private static IEnumerable<Type> GrainInterfaces => Interfaces.GetTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrain))).OrderBy(t => t.FullName, StringComparer.Ordinal);

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (var type in GrainInterfaces)
        {
            text.Append($"grain {AliasOf(type)} : {type.GetInterfaces().First(i => i.Name.StartsWith("IGrainWith", StringComparison.Ordinal)).Name}\n");
            foreach (var method in type.GetMethods().OrderBy(AliasOf, StringComparer.Ordinal))
            {
                text.Append($"  {AliasOf(method)}({string.Join(", ", method.GetParameters().Select(p => NameOf(p.ParameterType)))}) : {NameOf(method.ReturnType)}\n");
            }
        }

        foreach (var type in Grains.GetTypes().Where(t => t.GetCustomAttribute<GrainTypeAttribute>() is not null).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            text.Append($"class {type.GetCustomAttribute<GrainTypeAttribute>()!.GetGrainType(null!, type)}\n");
        }

        foreach (var type in Interfaces.GetTypes().Concat(Grains.GetTypes()).Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null).OrderBy(AliasOf, StringComparer.Ordinal))
        {
            text.Append($"data {AliasOf(type)} : {NameOf(type.BaseType!)}\n");
            foreach (var member in MembersOf(type))
            {
                text.Append($"  {member}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A positional parameter's place is its wire id; members outside of the constructor carry theirs.</summary>
    private static IEnumerable<string> MembersOf(Type type)
    {
        var positional = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).Take(1).SelectMany(c => c.GetParameters())
            .Where(p => type.GetProperty(p.Name!) is not null).Select((p, i) => $"[{i}] {p.Name} : {NameOf(p.ParameterType)}");
        var tagged = type.GetProperties().Where(p => p.GetCustomAttribute<IdAttribute>() is not null)
            .OrderBy(p => p.GetCustomAttribute<IdAttribute>()!.Id).Select(p => $"[Id {p.GetCustomAttribute<IdAttribute>()!.Id}] {p.Name} : {NameOf(p.PropertyType)}");
        return positional.Concat(tagged);
    }

    private static string? AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    private static string NameOf(Type type) => !type.IsGenericType ? type.Name : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
}
