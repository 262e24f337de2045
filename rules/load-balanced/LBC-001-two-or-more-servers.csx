ResourceSet<ComputeInstance> Serving(Environment env) => env.WorkbenchHosts().Where(host => env.WithStoppedServer().None(stopped => stopped.Id == host.Id));

new Rule<Environment>
{
    Title = "At least two Workbench servers are running",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["workbench:14", "workbench:16"],
    Why = "With one server left, its failure ends every session page and nobody can log in, though the deployment was built to prevent just that.",
    Fix = "Start the server that is stopped, or add a second one.",
    At = "loginPools.count",
    Check = (env, _) => Require(Serving(env).Count() >= 2, $"running Workbench servers: {Serving(env).Count()} ({Serving(env)})")
        .About(env.WorkbenchNodes())
        .NoteIf(env.WorkbenchNodes().Any(host => !host.IsRunning), $"not running: {env.WorkbenchNodes().Where(host => !host.IsRunning)}")
        .NoteIf(env.WithStoppedServer().Any(), $"Workbench is stopped on {env.WithStoppedServer()}"),
}
