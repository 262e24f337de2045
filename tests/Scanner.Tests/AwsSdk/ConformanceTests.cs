extern alias generated;

using System.Reflection;
using Amazon.Runtime;

namespace Scanner.Tests.AwsSdk;

/// <summary>
/// The packages that src/AwsSdk stands in for are not at hand, three others are. What the same generator makes of the facts of
/// those three must be found in the real packages, member by member.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
    private const BindingFlags Declared = Members | BindingFlags.DeclaredOnly;
    private const BindingFlags Inherited = Members | BindingFlags.FlattenHierarchy;

    private static readonly Assembly Generated = typeof(generated::Amazon.SSO.AmazonSSOClient).Assembly;

    private static readonly Assembly[] Official =
    [
        typeof(Amazon.SecurityToken.AmazonSecurityTokenServiceClient).Assembly,
        typeof(Amazon.SSO.AmazonSSOClient).Assembly,
        typeof(Amazon.DynamoDBv2.AmazonDynamoDBClient).Assembly,
    ];

    private readonly Dictionary<string, int> _compared = [];
    private readonly List<string> _differences = [];

    [Fact]
    public void Generated_clients_have_the_surface_of_the_official_packages()
    {
        foreach (var type in Generated.GetExportedTypes().Where(t => t.Namespace!.StartsWith("Amazon.", StringComparison.Ordinal)))
        {
            Count("types");
            var official = Official.Select(a => a.GetType(type.FullName!)).FirstOrDefault(t => t is not null);
            if (official is null) _differences.Add($"{type.FullName} is not in the official packages");
            else Compare(type, official);
        }
        foreach (var (what, count) in _compared.OrderBy(c => c.Key)) output.WriteLine($"{what}: {count}");
        output.WriteLine($"differences: {_differences.Count}");
        Assert.True(_differences.Count == 0, string.Join('\n', _differences));
        foreach (var what in new[] { "types", "properties", "methods", "constructors", "constants", "paginators" })
            Assert.True(_compared.GetValueOrDefault(what) > 0, $"no {what} were compared");
    }

    private void Compare(Type ours, Type official)
    {
        if (ours.Name.EndsWith("Paginator", StringComparison.Ordinal)) Count("paginators");
        if (typeof(ConstantClass).IsAssignableFrom(ours)) Constants(ours, official);
        Demand("properties", ours, Describe(ours.GetProperties(Declared)), Describe(official.GetProperties(Inherited)));
        Demand("methods", ours, Describe(ours.GetMethods(Declared)), Describe(official.GetMethods(Inherited)));
        Demand("constructors", ours, Describe(ours.GetConstructors()), Describe(official.GetConstructors()));
    }

    private void Demand(string what, Type type, IEnumerable<string> ours, IEnumerable<string> official)
    {
        var there = official.ToHashSet();
        foreach (var member in ours)
        {
            Count(what);
            if (!there.Contains(member)) _differences.Add($"{type.FullName}: {member}");
        }
    }

    private void Constants(Type ours, Type official) =>
        Demand("constants", ours, ConstantsOf(ours), ConstantsOf(official));

    private static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(Declared).Where(f => f.IsStatic).Select(f => $"{f.Name} = {((ConstantClass)f.GetValue(null)!).Value}");

    private static IEnumerable<string> Describe(IEnumerable<PropertyInfo> properties) =>
        properties.Select(p => $"{Name(p.PropertyType)} {p.Name}{(p.CanWrite ? " set" : "")}");

    private static IEnumerable<string> Describe(IEnumerable<MethodInfo> methods) => methods
        .Where(m => !m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal))
        .Select(m => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})");

    private static IEnumerable<string> Describe(IEnumerable<ConstructorInfo> constructors) =>
        constructors.Select(c => $"new({Parameters(c)})");

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.GetGenericTypeDefinition().FullName}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.FullName ?? type.Name;

    private void Count(string what) => _compared[what] = _compared.GetValueOrDefault(what) + 1;
}
