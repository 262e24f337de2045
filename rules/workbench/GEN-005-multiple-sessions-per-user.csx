// A limit of one for a group is fine; one for everybody is not.
Truth LimitsEverybody(ConfiguredServer server) => server.Sections("profiles", "*").Is(all => all.Any(profile => (profile.Values["session-limit"] ?? "").Trim() == "1"));

new Rule<ConfiguredServer>
{
    Title = "Users can run several sessions at once",
    Level = Level.Advice,
    Source = "Posit Workbench reference architectures, all of them",
    Statements = ["parallelcluster-2024:48", "parallelcluster:29", "workbench:10", "workbench:18", "workbench:36", "workbench:50", "workbench:63"],
    Why = "With one session, whoever waits for a long computation cannot do anything else.",
    Fix = "Remove server-multiple-sessions=0 from rserver.conf, or raise session-limit in profiles.",
    At = "files[rserver.conf].server-multiple-sessions",
    Check = (server, env) => Require(
            server.IsOn("rserver.conf", "server-multiple-sessions"), $"{server} allows one session per user (server-multiple-sessions in rserver.conf)")
        .And(Require(!LimitsEverybody(server), $"{server} limits everybody to one session (session-limit in profiles)")),
}
