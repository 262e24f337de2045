// What the image's start script goes by; the image has it on.
Truth IsStarted(Installation workbench) => workbench.Server.Containers.Is(all => !all.Any(container =>
        string.Equals(container.Environment["RSW_LAUNCHER"], "false", StringComparison.OrdinalIgnoreCase) || container.Environment["RSW_LAUNCHER"] == "0"))
    && workbench.ReadyPods.Any();

Judgement Runs(ConfiguredServer server) => server.Installation is { } workbench
    ? Require(IsStarted(workbench), $"{workbench} does not run the launcher: RSW_LAUNCHER is off, or no pod is ready")
    : server.OnHost!.Host.Value == null
        ? Pass().Note($"whether the launcher runs is not in {server}")
        : Require(server.OnHost!.IsLauncherActive, $"rstudio-launcher does not run on {server}");

new Rule<ConfiguredServer>
{
    Title = "Launcher sessions are enabled",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, External resource manager",
    Statements = ["workbench:30", "workbench:45", "workbench:59"],
    Why = "Without the launcher, all sessions run on the server itself, and end together when its memory does.",
    Fix = "Set launcher-sessions-enabled=1 in rserver.conf, and start rstudio-launcher.",
    At = "files[rserver.conf].launcher-sessions-enabled",
    Check = (server, env) => Require(
            server.IsOn("rserver.conf", "launcher-sessions-enabled"), $"{server} does not enable sessions through the launcher (rserver.conf)")
        .And(Runs(server)),
}
