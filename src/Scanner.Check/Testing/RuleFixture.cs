using Scanner.Model;

namespace Scanner.Check.Testing;

/// <summary>A test of a rule: the mutation, and the verdict that its file name states.</summary>
/// <param name="RuleId">The rule, from the folder's name.</param>
/// <param name="Name">The file's name without extension, e.g. <c>fail-stickiness-off</c>.</param>
/// <param name="Expected">The worst verdict over the rule's subjects.</param>
/// <param name="World">The green world it starts from.</param>
/// <param name="Mutation">The change.</param>
/// <param name="Says">Text that some finding of that verdict must contain; null where any will do.</param>
public sealed record RuleFixture(string RuleId, string Name, Verdict Expected, string World, WorldMutation Mutation, string? Says)
{
    /// <summary>Other rules that fail in this world too, because what is wrong is wrong by them as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The verdict that a file name begins with: <c>pass-</c>, <c>fail-</c>, <c>unknown-</c> or <c>na-</c>; null for any other.</summary>
    public static Verdict? VerdictOf(string name) => name.Split('-')[0] switch
    {
        "pass" => Verdict.Pass,
        "fail" => Verdict.Fail,
        "unknown" => Verdict.Unknown,
        "na" => Verdict.NotApplicable,
        _ => null,
    };
}
