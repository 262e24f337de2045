// Where sessions run in containers, the image brings what they need, and the nodes need the images.
Truth KeepsImagesAt(ConfiguredServer server, Func<string, Truth> isShared) =>
    server.Written("launcher.slurm.conf", "singularity-image-directory").Is(path => path != null && isShared(path))
    || server.File("launcher.slurm.profiles.conf").Is(file => file != null && file.Sections.Any(section => section.Values["singularity-image-directory"] is { } path ? isShared(path) : false));

Truth RunsContainers(ComputeInstance node, Environment env) => node.HasSingularity
    && env.Servers.Any(server => KeepsImagesAt(server, path => env.StorageAt(node, path).Is(storage => storage.IsShared)));

Truth IsReady(ComputeInstance node, Environment env) => env.HasComponents(node) || RunsContainers(node, env);

Truth AreReady(NodeGroup group, Environment env) => env.HasComponents(group)
    || env.ComputeNodes().Any(node => node.Pool.Is(pool => pool != null && group.Pool == pool) && RunsContainers(node, env));

Judgement OfGroups(Environment env) => Require(
    env.SessionGroups().All(group => AreReady(group, env)),
    $"session components are neither on nodes of {env.SessionGroups().Where(group => !AreReady(group, env))} nor mounted there, and there are no container images either")
    .About(env.SessionGroups().Where(group => !AreReady(group, env)), "imageId");

Judgement OfHosts(Environment env) => Require(
    env.ComputeNodes().Any() && env.ComputeNodes().All(node => IsReady(node, env)),
    $"session components are neither on {env.ComputeNodes().Where(node => !IsReady(node, env))} nor mounted there, and there are no container images either")
    .About(env.ComputeNodes().Where(node => !IsReady(node, env)), "imageId");

new Rule<Environment>
{
    Title = "Session components are available on compute nodes, or Singularity is used",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Slurm",
    Statements = ["workbench:69"],
    Why = "Slurm starts a session on a compute node. Without rsession and what belongs to it there, the session fails as soon as it starts.",
    Fix = "Install the session components of Workbench's version in the compute nodes' image, mount them at /usr/lib/rstudio-server, or name singularity-image-directory in launcher.slurm.conf and share it with the nodes.",
    Check = (env, _) => env.SessionGroups().Any() ? OfGroups(env) : OfHosts(env),
}
