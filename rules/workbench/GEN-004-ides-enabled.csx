Truth IsOffered(ConfiguredServer server, string ide) => ide switch
{
    "rstudio" => server.File("rserver.conf").Is(file => true),
    "jupyterlab" => ByLauncher(server) && server.IsOn("jupyter.conf", "labs-enabled"),
    "notebook" => ByLauncher(server) && server.IsOn("jupyter.conf", "notebooks-enabled"),
    "vscode" => ByLauncher(server) && server.IsOn("vscode.conf", "enabled"),
    _ => ByLauncher(server) && server.IsOn("positron.conf", "enabled"),
};

// Only RStudio can do without.
Truth ByLauncher(ConfiguredServer server) => server.IsOn("rserver.conf", "launcher-sessions-enabled");

new Rule<ConfiguredServer>
{
    Title = "RStudio, JupyterLab and VS Code are available",
    Level = Level.Advice,
    Source = "Posit Workbench reference architectures, all of them",
    Statements = ["workbench:9", "workbench:17", "workbench:35", "workbench:49", "workbench:62"],
    Why = "People who are promised their editor, and do not find it, install it themselves, where nobody looks after it.",
    Fix = "Enable the IDE in jupyter.conf or vscode.conf, or leave it out of parameter requiredIdes.",
    At = "files[vscode.conf], files[jupyter.conf]",
    Check = (server, env) => Require(
        ByLauncher(server) || env.Parameters.RequiredIdes.All(ide => ide == "rstudio"),
        $"{server} offers RStudio alone, because its sessions do not go through the launcher (rserver.conf)").About(server, "files[rserver.conf].launcher-sessions-enabled, files[rserver.conf]")
        .And(Require(
            env.Parameters.RequiredIdes.All(ide => IsOffered(server, ide)),
            $"{server} does not offer {env.Parameters.RequiredIdes.Where(ide => !IsOffered(server, ide))}")),
}
