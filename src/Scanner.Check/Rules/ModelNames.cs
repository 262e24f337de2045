using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Scanner.Model;

namespace Scanner.Check;

/// <summary>What the types of the model have, for those who wrote something else.</summary>
internal static partial class ModelNames
{
    private const int Most = 20;

    [GeneratedRegex(@"'(?:Scanner\.Model\.)?(?:Fact<(?:Scanner\.Model\.)?)?(?<name>\w+)\??>?'", RegexOptions.CultureInvariant)]
    private static partial Regex Types { get; }

    [GeneratedRegex("'(?<type>[^']+)' does not contain a definition for '(?<name>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Missing { get; }

    /// <summary>The type and the name that it lacks, of a compiler's message; both empty where it says something else.</summary>
    public static (string Type, string Name) MissingIn(string message) =>
        (Missing.Match(message).Groups["type"].Value, Missing.Match(message).Groups["name"].Value);

    /// <summary>The members of the first enum that a compiler's message names; null where it names none.</summary>
    public static string? EnumIn(string message) => Types.Matches(message).Select(m => TypeOf(m.Groups["name"].Value)).FirstOrDefault(t => t is { IsEnum: true }) is { } found
        ? $"{found.Name} is one of {string.Join(", ", Enum.GetNames(found))}: write {found.Name}.{Enum.GetNames(found)[0]}" : null;

    /// <summary>What was meant by a member that a type lacks, or what the type has; null where the type is none of the model's.</summary>
    public static string? For(string type, string name) => Members(type) is { Count: > 0 } members
        ? Near(name, members) ?? (members.Count <= Most ? $"{type} has {string.Join(", ", members)}" : $"the page about writing rules lists what {type} has") : null;

    public static IReadOnlyList<string> Members(string type) => TypeOf(type) is { } known
        ? known.IsEnum ? Enum.GetNames(known) : [.. known.GetMembers().Where(IsOffered).Concat(Extensions(known)).Select(m => m.Name)
            .Except(["ToString", "Equals", "GetHashCode", "GetType", "Deconstruct", "<Clone>$", "Label"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What was probably meant: the name without its case, one that begins like it, one that differs in a letter or two, or one that it is a part of.</summary>
    public static string? Near(string name, IReadOnlyList<string> known) =>
        (known.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(k => k.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(k, StringComparison.OrdinalIgnoreCase))
            ?? known.Where(k => Distance(k, name) <= Math.Min(2, name.Length / 3)).MinBy(k => Distance(k, name))
            ?? known.FirstOrDefault(k => k.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(k, StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(k => k.StartsWith(name[..Math.Max(1, name.Length * 2 / 3)], StringComparison.OrdinalIgnoreCase))) is { } near ? $"did you mean {near}?" : null;

    private static Type? TypeOf(string name) => name.All(char.IsAsciiLetterOrDigit) && typeof(Rule).Assembly.GetType($"{typeof(Rule).Namespace}.{name}") is { IsPublic: true } type ? type : null;

    private static bool IsOffered(MemberInfo member) => member.DeclaringType != typeof(object) && !member.Name.Contains('_', StringComparison.Ordinal)
        && member is PropertyInfo or MethodInfo { IsSpecialName: false };

    private static IEnumerable<MemberInfo> Extensions(Type type) => typeof(Rule).Assembly.GetExportedTypes().Where(t => t is { IsAbstract: true, IsSealed: true })
        .SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(ExtensionAttribute)) && m.GetParameters()[0].ParameterType == type);

    /// <summary>How many letters must be changed, added or left out to make one of the other, whatever their case.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1)));
        }
        return row[b.Length];
    }
}
