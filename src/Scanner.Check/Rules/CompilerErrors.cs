using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Scanner.Check;

/// <summary>The C# compiler's errors in the words of rule authors.</summary>
internal static class CompilerErrors
{
    private const string Facts = "a fact is not its value: use fact.Is(v => …) to decide, fact.Map(v => …) to follow it, fact.Value to end as unknown without it";
    private const string Index = "a fact is not its value: write x.Tags.Is(tags => tags.Has(\"owner\")) to decide, x.Tags.Map(tags => tags[\"owner\"]) to follow it";
    private const string Sets = "sets and Items have their own operators: Any, All, Where, Count, …; there is no System.Linq";
    private const string Hidden = "rules cannot ask whether something is known: decide with Is, Any, All and Require, and the engine says unknown";
    private const string Names = "a rule sees Scanner.Model and the basic types of System";

    // by code, and by a part of the message where one code has several causes; the first that fits counts
    private static readonly (string Id, string Part, string Hint)[] s_hints =
    [
        ("CS1593", "Judgement>", "Check takes the subject and the environment: (subject, env) => …, and (env, _) => … in a Rule<Environment>"),
        ("CS1593", "Truth>", "AppliesTo takes the subject and the environment: (subject, env) => …, and (env, _) => … in a Rule<Environment>"),
        ("CS1593", "Message>", "FixFor takes the subject and the environment: (subject, env) => …, and (env, _) => … in a Rule<Environment>"),
        ("CS9035", "", "every rule says Title, Level, Source, Why, Fix and Check"),
        ("CS0021", "Fact<", Index),
        ("CS0023", "Fact<", Facts),
        ("CS0019", "Fact<", Facts),
        ("CS0029", "'Scanner.Model.Rule'", "the last thing in a script is the rule: new Rule<…> { … }"),
        ("CS0029", "Fact<", Facts),
        ("CS0029", "Tally", "compare a count with a number: set.Count() >= 2"),
        ("CS0266", "Fact<", Facts),
        ("CS8121", "Fact<", Facts),
        ("CS9135", "", "what may be unknown cannot be matched: write fact == value, fact.Is(v => v is …), or the truth itself"),
        ("CS0122", "", Hidden),
        ("CS1061", "'IsKnown'", Hidden),
        ("CS1061", "'IsUnknown'", Hidden),
        ("CS1503", "Fact<", Facts),
        ("CS1061", "'Fact<StringMap>'", Index),
        ("CS1929", "'Fact<", Facts),
        ("CS1929", "", Sets),
        ("CS1061", "'Fact<", Facts),
        ("CS1061", "'ResourceSet<", Sets),
        ("CS1061", "'Items<", Sets),
        ("CS1579", "ResourceSet<", "a set may be incomplete, and a loop would pass over what is missing: use Any, All, Where, Count"),
        ("CS0234", "'Linq'", Sets),
        ("CS0272", "", "only a scan makes resources"),
        ("CS0165", "", "a three-valued && asks its right side also where the left one is unknown: write x is { } y ? … : false"),
        ("CS0103", "", Names),
        ("CS0246", "", Names),
        ("CS0234", "", Names),
    ];

    public static RuleDiagnostic Of(Diagnostic diagnostic, RuleScript script)
    {
        var at = diagnostic.Location.GetMappedLineSpan().StartLinePosition;
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return new(script.Path, at.Line + 1, at.Character + 1, diagnostic.Id, Clear(message), HintFor(diagnostic.Id, message));
    }

    /// <summary>What was meant where that can be told from the names, else what authors get wrong with this code.</summary>
    private static string? HintFor(string id, string message) => id switch
    {
        "CS0117" or "CS1061" when Meant(message) is { } meant => meant,
        "CS0019" or "CS0029" or "CS0266" when IsOfText(message) && ModelNames.EnumIn(message) is { } members => members,
        _ => Array.Find(s_hints, h => h.Id == id && message.Contains(h.Part, StringComparison.Ordinal)).Hint,
    };

    private static string? Meant(string message)
    {
        var (type, name) = ModelNames.MissingIn(message);
        return name is "IsKnown" or "IsUnknown" ? null : ModelNames.EnumIn($"'{type}'") ?? ModelNames.For(type, name);
    }

    private static bool IsOfText(string message) => message.Contains("'string'", StringComparison.Ordinal) || message.Contains("'int'", StringComparison.Ordinal);

    /// <summary>Without what C# says of usings and extension methods: rules write neither.</summary>
    private static string Clear(string message) =>
        message.Split(" and no accessible extension")[0].Split(" and the best extension")[0].Split(" (are you missing")[0];
}
