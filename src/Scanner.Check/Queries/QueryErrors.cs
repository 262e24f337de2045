using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Scanner.Model;

namespace Scanner.Check.Queries;

/// <summary>The compiler's errors in the words of those who ask.</summary>
internal static partial class QueryErrors
{
    public const string Start = "start from env (one deployment) or resources (everything seen): resources.Of<Subnet>()";

    /// <summary>The line of what stands around a query.</summary>
    public const int Outside = 1_000_000;

    private const int Most = 5;

    private const string Visible = "a query sees what rules see: the model, and the basic types of System";
    private const string References = "a reference names a resource: compare ids, r.Id == x.Id, or, where there may be none, fact.Is(r => r is { } some && some.Id == x.Id)";
    private const string Sets = "sets have Where, Select, SelectMany, Any, All, Count …; there is no System.Linq";

    [GeneratedRegex("The name '(?<name>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Undefined { get; }

    [GeneratedRegex("type or namespace name '(?<name>[^'<]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown { get; }

    public static RuleDiagnostic Of(Diagnostic diagnostic, RuleScript script)
    {
        var said = CompilerErrors.Of(diagnostic, script);
        return said.Id switch
        {
            "CS0103" => said with { Hint = HintFor(Undefined.Match(said.Message).Groups["name"].Value) },
            "CS0019" when said.Message.Contains("Ref<", StringComparison.Ordinal) => said with { Hint = References },
            "CS0019" when said.Message.Contains("'Cidr", StringComparison.Ordinal) => said with { Hint = "compare addresses with addresses: Cidr.Parse(\"10.0.0.0/16\")" },
            "CS0411" when said.Message.Contains(".Resolve<", StringComparison.Ordinal) => said with { Hint = References },
            "CS0411" or "CS8917" or "CS0815" or "CS8130" when said.Id != "CS0411" || said.Line >= Outside => said with { Message = "this expression has no value", Hint = "a query ends in a set, rows or a value" },
            "CS0021" when said.Message.Contains("Fact<", StringComparison.Ordinal) => said with { Hint = "a fact is not its value: i.Tags.Map(tags => tags[\"owner\"])" },
            "CS1061" or "CS0117" or "CS1929" => said with { Hint = HintFor(said) },
            "CS0246" => said with { Hint = ModelNames.Near(Unknown.Match(said.Message).Groups["name"].Value, [.. KindSchema.All.Select(k => k.Name).Order(StringComparer.Ordinal)]) ?? Visible },
            _ => said,
        };
    }

    /// <summary>The first few in order. What has no place in the query is about the whole of it, and is said only where nothing else is.</summary>
    public static IReadOnlyList<RuleDiagnostic> Placed(IReadOnlyList<RuleDiagnostic> errors)
    {
        var inside = errors.Where(e => e.Line < Outside).ToList();
        if (inside.Count == 0) inside = [errors[0] with { Line = 1, Column = 1 }];
        return [.. inside.OrderBy(e => e.Line).ThenBy(e => e.Column).DistinctBy(e => (e.Line, e.Column)).Take(Most)];
    }

    /// <summary>What the allow-list refuses.</summary>
    public static RuleDiagnostic Of(RuleDiagnostic refused) => refused with
    {
        Message = refused.Message.Replace("is not for rules", "is not for queries", StringComparison.Ordinal).Replace("the rule language", "the query language", StringComparison.Ordinal),
        Hint = refused.Message.Contains("type (", StringComparison.Ordinal) ? "a row has at most seven columns, of facts, sets and values"
            : refused.Hint?.Replace(RuleMembers.Visible, Visible, StringComparison.Ordinal),
    };

    private static string HintFor(string undefined) =>
        char.IsAsciiLetterUpper(undefined[0]) && !undefined.Equals("env", StringComparison.OrdinalIgnoreCase) && !undefined.Equals("resources", StringComparison.OrdinalIgnoreCase)
            ? ModelNames.Near(undefined, [.. typeof(Rule).Assembly.GetExportedTypes().Where(t => t.IsEnum).Select(t => t.Name).Order(StringComparer.Ordinal)]) ?? Visible : Start;

    private static string HintFor(RuleDiagnostic said)
    {
        var (type, name) = ModelNames.MissingIn(said.Message);
        if (type is "Environment" or "Resources" && ModelNames.Near(name.TrimEnd('s'), [.. KindSchema.All.Select(k => k.Name).Order(StringComparer.Ordinal)]) is { } kind) return kind.Replace("did you mean ", "did you mean Of<", StringComparison.Ordinal).Replace("?", ">()?", StringComparison.Ordinal);
        if (ModelNames.Members(type) is { Count: > 0 } members) return ModelNames.Near(name, members) ?? $"{type} has {string.Join(", ", members)}";
        return type.StartsWith("ResourceSet<", StringComparison.Ordinal) || type.StartsWith("Rows<", StringComparison.Ordinal) ? ModelNames.Near(name, ["Where", "Select", "SelectMany", "Any", "All", "None", "Count", "Sum", "Union", "Sole"]) ?? Sets : said.Hint ?? Visible;
    }
}
