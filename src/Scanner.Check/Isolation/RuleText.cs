using Scanner.Model;

namespace Scanner.Check.Isolation;

/// <summary>How a rule describes itself, for a process that does not run it.</summary>
internal sealed record RuleText(string Id, string Kind, bool AsksAttestation, string Title, Level Level, string Source, string Why, string Fix)
{
    public IReadOnlyList<string> Statements { get; init; } = [];

    public Severity? Severity { get; init; }

    public IReadOnlyList<(string Architecture, Severity Severity)> Severities { get; init; } = [];

    public IReadOnlyList<string> Architectures { get; init; } = [];

    public IReadOnlyList<string> Supersedes { get; init; } = [];

    public string? At { get; init; }

    public double? SecuritySeverity { get; init; }

    public Basis Basis { get; init; }

    public bool IsOffByDefault { get; init; }

    public static RuleText Of(LoadedRule loaded)
    {
        var rule = loaded.Rule;
        return new(loaded.Id, rule.SubjectType.Name, loaded.AsksAttestation, rule.Title, rule.Level, rule.Source, rule.Why, rule.Fix)
        {
            Statements = [.. rule.Statements], Severity = rule.Severity, Severities = [.. rule.Severities], Architectures = [.. rule.Architectures], Supersedes = [.. rule.Supersedes],
            At = rule.At, SecuritySeverity = rule.SecuritySeverity, Basis = rule.Basis, IsOffByDefault = rule.IsOffByDefault,
        };
    }

    /// <summary>In place of a rule of which nothing is known, because the child ended before it could tell.</summary>
    public static RuleText Unknown(RuleScript script) =>
        new(script.Id, nameof(Model.Environment), false, script.Name.Replace('-', ' '), Level.Must, script.Path, "The rule could not be read.", $"Look at {script.Path}.");

    /// <summary>A rule that says the same of itself, and judges nothing here.</summary>
    /// <exception cref="InvalidDataException">There is no such kind of subject.</exception>
    public Rule ToRule() => typeof(Rule).Assembly.GetType($"{typeof(Rule).Namespace}.{Kind}") is { IsClass: true } kind && kind.IsAssignableTo(typeof(ISubject))
        ? (Rule)s_about.MakeGenericMethod(kind).Invoke(this, null)!
        : throw new InvalidDataException($"a rule about {Kind}");

    private Rule<T> About<T>() where T : class, ISubject => new()
    {
        Title = Title, Level = Level, Source = Source, Why = Why, Fix = Fix, Statements = [.. Statements], Severity = Severity, Severities = [.. Severities], Architectures = [.. Architectures],
        Supersedes = [.. Supersedes], At = At, SecuritySeverity = SecuritySeverity, Basis = Basis, IsOffByDefault = IsOffByDefault,
        Check = (_, _) => throw new InvalidOperationException("an isolated rule runs in its own process only"),
    };

    private static readonly System.Reflection.MethodInfo s_about = typeof(RuleText).GetMethod(nameof(About), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;
}
