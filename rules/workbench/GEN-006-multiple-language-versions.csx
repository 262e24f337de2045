// Two that differ, wherever they are.
Truth AreSeveral(ResourceSet<ComputeInstance> hosts, Func<ComputeInstance, Fact<Items<string>>> versions) =>
    hosts.Any(one => versions(one).Is(some => some.Any(version => hosts.Any(other => versions(other).Is(others => others.Any(v => v != version))))));

// A queue that has scaled to zero shows nothing.
Judgement OnHosts(ResourceSet<ComputeInstance> hosts, Environment env) => hosts.Any()
    ? Require(AreSeveral(hosts, host => host.RVersions), $"sessions of {env.Cluster} find fewer than two versions of R")
        .And(Require(AreSeveral(hosts, host => host.PythonVersions), $"sessions of {env.Cluster} find fewer than two versions of Python"))
    : Undecidable($"no node of {env.Cluster} runs sessions now, so that their versions of R and Python cannot be seen", "the versions of R and Python that sessions find");

// Tags such as R4.5.2-python3.14.3-ubuntu-24.04.
string? VersionIn(string image, string language)
{
    var parts = image.Substring(image.LastIndexOf(':') + 1).Split('-');
    for (var i = 0; i < parts.Length; i++)
        if (parts[i].StartsWith(language, StringComparison.OrdinalIgnoreCase) && parts[i].Length > language.Length && parts[i][language.Length] >= '0' && parts[i][language.Length] <= '9')
            return parts[i].Substring(language.Length);
    return null;
}

Truth Differ(Items<string> images, string language) => images.Any(one => images.Any(other =>
    VersionIn(one, language) is { } first && VersionIn(other, language) is { } second && first != second));

Truth AllTell(Items<string> images, string language) => images.All(image => VersionIn(image, language) != null);

Judgement ByImages(Items<string> images, string language, Installation workbench) => Differ(images, language) || AllTell(images, language)
    ? Require(Differ(images, language), $"{workbench} offers one version of {language}: {images}")
        .About(workbench, "files[launcher.kubernetes.profiles.conf].*.container-images, files[launcher.kubernetes.profiles.conf]")
    : Undecidable($"the tags of {workbench}'s session images do not tell their versions of {language}: {images}", $"the versions of {language} that sessions find");

Judgement InPods(Installation workbench) => workbench.SessionImages().Value is var images && images.IsEmpty
    ? Undecidable($"{workbench} names no session image in launcher.kubernetes.profiles.conf", "the versions of R and Python that sessions find")
    : ByImages(images, "R", workbench).And(ByImages(images, "Python", workbench));

new Rule<Environment>
{
    Title = "Several R and Python versions are available to sessions",
    Level = Level.Advice,
    Source = "Posit Workbench reference architectures, all of them",
    Statements = ["eks:89", "workbench:11", "workbench:19", "workbench:37", "workbench:51", "workbench:64"],
    Why = "With one version, every update breaks somebody's work, and old results cannot be repeated.",
    Fix = "Add versions of R and Python to the AMI, or more session images to the launcher's profiles.",
    // what is required is judged by a rule of its own
    AppliesTo = (env, _) => !env.Parameters.NamesVersions,
    Check = (env, _) => env.IsKubernetes
        ? env.Installations.Sole("workbenchImages").Value is { } workbench ? InPods(workbench) : Undecidable($"no Workbench server was seen in {env.Cluster}", "the versions of R and Python that sessions find")
        : OnHosts(env.SessionGroups().Any() ? env.ComputeNodes().Where(node => node.IsRunning) : env.WorkbenchHosts(), env),
}
