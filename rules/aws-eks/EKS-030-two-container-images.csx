// Without tag and digest, and without the registry that is taken where none is named: two tags of one repository are one image.
string Repository(string image)
{
    var name = image.Contains('@') ? image[..image.IndexOf('@')] : image;
    return (name.LastIndexOf(':') > name.LastIndexOf('/') ? name[..name.LastIndexOf(':')] : name).Replace("docker.io/", "", StringComparison.Ordinal);
}

bool IsAmong(string repository, string images) => images.Contains($",{repository}:", StringComparison.Ordinal) || images.Contains($",{repository},", StringComparison.Ordinal)
    || images.Contains($",{repository}@", StringComparison.Ordinal);

// As a list whose every image stands between two commas.
string Separated(string images) => $",{images.Replace(" ", "", StringComparison.Ordinal).Replace("docker.io/", "", StringComparison.Ordinal)},";

Fact<ConfigurationFile?> Profiles(Installation workbench) => workbench.File("launcher.kubernetes.profiles.conf");

// Those that a profile offers, the default one among them.
Truth Says(ConfigurationSection section, string key) => section.Setting(key).Is(images => !string.IsNullOrEmpty(images));

Truth Names(ConfigurationSection section) => Says(section, "default-container-image") || Says(section, "container-images");

Truth NamesServers(ConfigurationSection section, string key, Installation workbench) =>
    workbench.Server.Containers.Is(all => section.Setting(key).Is(images => all.Any(c => IsAmong(Repository(c.Image), Separated(images ?? "")))));

Truth UsesServers(Installation workbench) => Profiles(workbench).Is(file => file!.Sections.Any(s => NamesServers(s, "default-container-image", workbench) || NamesServers(s, "container-images", workbench)));

Truth IsServers(Container container, Installation workbench) => workbench.Server.Containers.Is(all => all.Any(c => Repository(c.Image) == Repository(container.Image)));

Truth RunsServers(Pod pod, Installation workbench) => pod.Containers.Is(all => all.Any(c => c.Name == "rs-launcher-container" && IsServers(c, workbench)));

Judgement Judge(Installation workbench) => Require(Profiles(workbench).Is(file => file!.Sections.Any(s => Names(s))), $"{workbench} names no image for sessions in launcher.kubernetes.profiles.conf")
    .And(Require(!UsesServers(workbench), $"{workbench} starts sessions from its own server's image"))
    .And(Require(!workbench.Sessions().Any(pod => RunsServers(pod, workbench)), $"sessions of {workbench} run from its server's image: {workbench.Sessions().Where(pod => RunsServers(pod, workbench))}"));

new Rule<Installation>
{
    Title = "Server and session images are both defined",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Container images",
    Statements = ["eks:89"],
    Why = "A session in the server's image carries the server and its secrets' places with it, and lacks the R and Python that users need.",
    Fix = "Set session.image in the chart's values, or container-images in launcher.kubernetes.profiles.conf.",
    At = "files[launcher.kubernetes.profiles.conf].*.default-container-image, files[launcher.kubernetes.profiles.conf].*.container-images, files[launcher.kubernetes.profiles.conf]",
    // it may lie in the image, or in a Secret
    Check = (workbench, env) => Profiles(workbench).Is(file => file == null)
        ? Undecidable($"no config map of {workbench} has launcher.kubernetes.profiles.conf", "the images of sessions")
        : Judge(workbench),
}
