using Scanner.Check;
using Scanner.Model;

namespace Scanner.Tests.Check;

public sealed class RuleSelectionTests
{
    [Fact]
    public void An_architecture_brings_its_own_rules_and_what_it_extends()
    {
        LoadedRule[] rules = [Rule("PCL-001", "aws-parallelcluster"), Rule("SLM-001", "slurm"), Rule("GEN-001", "workbench"), Rule("EKS-001", "aws-eks")];
        Assert.Equal(["GEN-001", "PCL-001", "SLM-001"], Selected("aws-parallelcluster", rules));
    }

    [Fact]
    public void A_rule_that_two_parents_bring_runs_once() =>
        Assert.Equal(["GEN-009"], Selected("aws-parallelcluster", [Rule("GEN-009", "workbench")]));

    [Fact]
    public void A_rule_that_names_its_architectures_runs_in_these_only()
    {
        var rule = Rule("GEN-011", "workbench", architectures: ["slurm", "aws-eks"]);
        Assert.Equal(["GEN-011"], Selected("slurm", [rule]));
        Assert.Empty(Selected("aws-parallelcluster", [rule]));
    }

    [Fact]
    public void A_more_specific_rule_supersedes_a_general_one_where_both_are_selected()
    {
        LoadedRule[] rules = [Rule("LBC-003", "load-balanced"), Rule("PCL-015", "aws-parallelcluster", supersedes: ["LBC-003"])];
        Assert.Equal(["PCL-015"], Selected("aws-parallelcluster", rules));
        Assert.Equal(["LBC-003"], Selected("load-balanced", rules));
    }

    [Fact]
    public void The_nearest_architectures_severity_counts_and_the_users_before_all()
    {
        var rule = Rule("XRM-001", "external-resource-manager", severities: [("external-resource-manager", Severity.Warning), ("slurm", Severity.Note)]);
        Assert.Equal(Severity.Note, RuleSelection.For(["aws-parallelcluster"], [rule]).Single().Severity);
        Assert.Equal(Severity.Warning, RuleSelection.For(["kubernetes"], [rule]).Single().Severity);
        Assert.Equal(Severity.Error, RuleSelection.For(["slurm"], [rule with { Severity = Severity.Error }]).Single().Severity);
    }

    [Fact]
    public void A_rule_that_is_off_by_default_runs_where_the_user_names_it()
    {
        var rule = Rule("EKS-018", "aws-eks", isOff: true);
        Assert.Empty(Selected("aws-eks", [rule]));
        Assert.Equal(["EKS-018"], Selected("aws-eks", [rule with { IsNamed = true }]));
    }

    private static IEnumerable<string> Selected(string architecture, LoadedRule[] rules) => RuleSelection.For([architecture], rules).Select(r => r.Id);

    private static LoadedRule Rule(string id, string architecture, Items<string>? architectures = null, Items<string>? supersedes = null, Items<(string, Severity)>? severities = null, bool isOff = false) =>
        new(id, "name", architecture, "path", new Rule<Vpc>
        {
            Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f", Check = (_, _) => Judgement.Pass(),
            Architectures = architectures ?? [], Supersedes = supersedes ?? [], Severities = severities ?? [], IsOffByDefault = isOff,
        });
}
