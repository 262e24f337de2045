using System.Reflection;
using System.Runtime.CompilerServices;
using Scanner.Model;

namespace Scanner.Tests.Structure;

/// <summary>Nothing that a rule can reach can be changed, or cast to something that can.</summary>
public sealed class ReadOnlyModelTests
{
    private static readonly Type[] s_types = [.. typeof(Rule).Assembly.GetExportedTypes().Where(t => t.Namespace is "Scanner.Model" or "Scanner.Model.Queries")];

    private static readonly Type[] s_mutable =
    [
        typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>), typeof(ISet<>), typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Span<>), typeof(Memory<>),
        typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyDictionary<,>), typeof(IReadOnlySet<>), typeof(IEnumerable<>),
    ];

    [Fact]
    public void No_property_can_be_set_after_it_was_made() => Assert.Empty(s_types.SelectMany(t => t.GetProperties()).Where(p => p.SetMethod is { IsPublic: true } set
        && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

    [Fact]
    public void No_field_can_be_written() => Assert.Empty(s_types.Where(t => !t.IsEnum).SelectMany(t => t.GetFields()).Where(f => f is { IsInitOnly: false, IsLiteral: false }).Select(f => $"{f.DeclaringType!.Name}.{f.Name}"));

    /// <summary>A view may be what it shows: <c>(List&lt;T&gt;)view</c>.</summary>
    [Fact]
    public void Nothing_gives_a_view_that_could_be_cast() => Assert.Empty(
        from type in s_types
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where Given(member) is { } given && (given.IsArray || s_mutable.Contains(given.IsGenericType ? given.GetGenericTypeDefinition() : given))
        select $"{type.Name}.{member.Name}");

    [Fact]
    public void No_kind_is_a_collection_that_can_be_changed() => Assert.Empty(s_types.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && s_mutable.Take(4).Contains(i.GetGenericTypeDefinition()))).Select(t => t.Name));

    private static Type? Given(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        MethodInfo { IsSpecialName: false } method => method.ReturnType,
        FieldInfo field => field.FieldType,
        _ => null,
    };
}
