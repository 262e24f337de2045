Fact<string> Domain(ComputeInstance host, Environment env) => env.Parameters.FailureDomain is { } tag
    ? host.Tags.Map(tags => tags[tag] ?? "")
    : host.AvailabilityZone;

Truth AreApart(ComputeInstance one, ComputeInstance other, Environment env) =>
    Domain(one, env).Is(first => Domain(other, env).Is(second => first != "" && second != "" && first != second));

Truth AreSpread(Environment env) => env.WorkbenchHosts().Any(one => env.WorkbenchHosts().Any(other => AreApart(one, other, env)));

Truth LacksTag(Environment env) => env.WorkbenchHosts().Any(host => Domain(host, env) == "");

new Rule<Environment>
{
    Title = "Workbench servers do not share one failure domain",
    Level = Level.Advice,
    Basis = Basis.Derived,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["workbench:16"],
    Why = "Servers that share a zone, rack or machine fail together, and then there is no server left to take over.",
    Fix = "Place the servers in two availability zones; elsewhere tag hosts with what fails together, and name that tag in parameter failureDomain.",
    // one server that is left is told by another rule
    AppliesTo = (env, _) => env.WorkbenchHosts().Count() >= 2,
    Check = (env, _) => LacksTag(env) && !AreSpread(env)
        ? Undecidable($"tag {env.Parameters.FailureDomain ?? ""} is not on {env.WorkbenchHosts().Where(host => Domain(host, env) == "")}", "what fails together")
        : Require(AreSpread(env), $"all Workbench servers ({env.WorkbenchHosts()}) are in one failure domain").About(env.WorkbenchHosts(), env.Parameters.FailureDomain is null ? "availabilityZone, subnet" : "tags"),
}
