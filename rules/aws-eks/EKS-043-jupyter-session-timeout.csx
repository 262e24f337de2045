Fact<string?> Minutes(ConfiguredServer server, string key) => server.Setting("jupyter.conf", key);

Judgement IsSet(ConfiguredServer server, string key) => Require(
    Minutes(server, key).Is(text => text is { } set && Quantity.Parse(set) is { } minutes && minutes > 0),
    $"{server} has {key}={Minutes(server, key)} in jupyter.conf, so that Jupyter sessions never end by themselves; some switch it off on purpose, since culling ends kernels with what is in their memory")
    .About(server, $"files[jupyter.conf].{key}, files[jupyter.conf]");

new Rule<ConfiguredServer>
{
    Title = "Jupyter sessions exit when idle",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Autoscaling",
    Statements = ["eks:99"],
    Why = "Idle Jupyter sessions keep Karpenter's nodes, and their bill, until somebody ends them. Culling ends idle kernels with what is in their memory: who switches it off for that pays in nodes.",
    Fix = "Set session-cull-minutes and session-shutdown-minutes in jupyter.conf to positive values, or accept the deviation.",
    At = "files[jupyter.conf]",
    AppliesTo = (server, _) => server.IsOn("jupyter.conf", "labs-enabled") || server.IsOn("jupyter.conf", "notebooks-enabled"),
    Check = (server, _) => IsSet(server, "session-cull-minutes").And(IsSet(server, "session-shutdown-minutes")),
}
