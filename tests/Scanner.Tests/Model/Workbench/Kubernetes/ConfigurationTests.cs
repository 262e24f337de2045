using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class ConfigurationTests
{
    [Fact]
    public void File_that_no_map_has_is_absent()
    {
        var file = KubernetesWorld.Sound().Installation().File("positron.conf");
        Assert.True(file.IsKnown);
        Assert.Null(file.Value);
    }

    [Fact]
    public void File_is_out_of_view_where_no_map_is_mounted() =>
        Assert.Equal(GapCause.Hidden, KubernetesWorld.Sound().Set(Server, "volumes", Items.Create<PodVolume>([])).Installation().File("vscode.conf").Gap!.Cause);

    [Fact]
    public void File_is_not_absent_where_only_maps_were_seen_that_may_be_mounted() =>
        Assert.False(KubernetesWorld.Sound().Hide(Server, "volumes").Installation().File("jupyter.conf").IsKnown);

    [Fact]
    public void Map_of_another_namespace_is_not_mounted() =>
        Assert.Null(KubernetesWorld.Sound().Set(Config, "namespace", "other").Installation().File("vscode.conf").Value);

    [Fact]
    public void File_in_two_maps_leaves_it_open()
    {
        var world = KubernetesWorld.Sound().Set(Templates, "files", Items.Create([File("vscode.conf", ("enabled", "0"))]));
        Assert.Equal(GapCause.Ambiguous, world.Installation().File("vscode.conf").Gap!.Cause);
        Assert.True(world.Environment().OffersVsCode().IsUnknown);
    }

    [Fact]
    public void Setting_within_a_section_is_no_setting_of_the_file()
    {
        var world = KubernetesWorld.Sound().Set(Config, "files", Items.Create([new ConfigurationFile("vscode.conf", [new("*", Map(("enabled", "0")))])]));
        Assert.Null(world.Installation().Setting("vscode.conf", "enabled").Value);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("Yes", true)]
    [InlineData("0", false)]
    [InlineData("off", false)]
    [InlineData("FALSE", false)]
    public void Switch_is_read_however_it_is_written(string text, bool isOn) => Assert.Equal(isOn, Written(text).Environment().OffersVsCode().IsTrue);

    [Fact]
    public void Switch_that_is_neither_is_open() => Assert.True(Written("maybe").Environment().OffersVsCode().IsUnknown);

    [Fact]
    public void Switch_that_is_absent_holds_its_default() =>
        Assert.True(KubernetesWorld.Sound().Set(Config, "files", Items.Create<ConfigurationFile>([])).Environment().OffersVsCode().IsTrue);

    /// <summary>What a Secret has, a config map that comes later does not change.</summary>
    [Theory]
    [InlineData("/mnt/configmap/rstudio", "/mnt/secret-configmap/rstudio", null, false)]
    [InlineData("/mnt/configmap/rstudio/", "/mnt/secret-configmap/rstudio/", null, false)]
    [InlineData("/mnt/configmap/rstudio", "/mnt/secret-configmap", null, false)]
    [InlineData("/mnt/configmap/rstudio", "/mnt/secret-configmap/rstudio/vscode.conf", "vscode.conf", false)]
    [InlineData("/mnt/configmap/rstudio", "/mnt/secret-configmap/rstudio/launcher.pem", "launcher.pem", true)]
    [InlineData("/mnt/session-configmap/rstudio", "/mnt/secret-configmap/rstudio", null, true)]
    [InlineData("/etc/rstudio", "/etc/rstudio/vscode.conf", "vscode.conf", false)]
    [InlineData("/etc/rstudio", "/etc/rstudio-licensing", null, true)]
    [InlineData("/etc/rstudio", "/etc/sssd/conf.d", null, true)]
    public void File_that_a_Secret_may_have_too_is_not_known(string own, string secret, string? subPath, bool isKnown)
    {
        var file = Mounted(own, secret, subPath).Installation().File("vscode.conf");
        Assert.Equal(isKnown, file.IsKnown);
        if (!isKnown) Assert.Contains("a Secret", file.Gap!.Detail, StringComparison.Ordinal);
    }

    /// <summary>A pod that names the files which it shows of Secrets, shows no others.</summary>
    [Theory]
    [InlineData("/mnt/secret-configmap/rstudio", null, "vscode.conf", false)]
    [InlineData("/mnt/secret-configmap/rstudio", null, "launcher.pem", true)]
    [InlineData("/mnt/secret-configmap", null, "rstudio/vscode.conf", false)]
    [InlineData("/mnt/secret-configmap", null, "other/vscode.conf", true)]
    [InlineData("/mnt/secret-configmap/rstudio", "rstudio", "rstudio/vscode.conf", false)]
    [InlineData("/mnt/secret-configmap/rstudio", "rstudio", "vscode.conf", true)]
    public void File_that_no_Secret_shows_by_its_name_is_the_maps(string place, string? subPath, string shown, bool isKnown)
    {
        var world = Showing(new("hidden", "projected", null, null, null, null, [], ShowsSecret: true, Secrets: [], SecretFiles: [shown]), "/mnt/configmap/rstudio", place, subPath);
        Assert.Equal(isKnown, world.Installation().File("vscode.conf").IsKnown);
    }

    /// <summary>What a Secret holds that is mounted as a whole, files tell that declare it, else the user.</summary>
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("launcher.pem", null, true)]
    [InlineData("vscode.conf", null, false)]
    [InlineData(null, "", true)]
    [InlineData(null, "database.conf", true)]
    [InlineData(null, "database.conf, vscode.conf", false)]
    [InlineData("vscode.conf", "", false)]
    public void File_of_a_Secret_that_is_mounted_as_a_whole_is_told_by_who_declares_it(string? declared, string? parameter, bool isKnown)
    {
        var world = Showing(Whole, "/mnt/configmap/rstudio", "/mnt/secret-configmap/rstudio");
        if (declared is not null) world.Set(Server, "secretFiles", Items.Create([new SecretFiles("wb-secret", [declared])]));
        if (parameter is not null) world.Parameter("workbenchSecretFiles", parameter);

        var file = world.Installation().File("vscode.conf");

        Assert.Equal(isKnown, file.IsKnown);
        if (declared is null && parameter is null) Assert.Equal(new(RemedyKind.Parameter, "workbenchSecretFiles"), file.Gap!.Remedy);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("launcher.pem", true)]
    [InlineData("positron.conf", false)]
    public void File_that_is_in_no_map_is_absent_where_no_Secret_has_it(string? told, bool isKnown)
    {
        var world = Showing(Whole, "/mnt/configmap/rstudio", "/mnt/secret-configmap/rstudio");
        if (told is not null) world.Parameter("workbenchSecretFiles", told);
        Assert.Equal(isKnown, world.Installation().File("positron.conf").IsKnown);
    }

    /// <summary>A driver that shows Secrets of elsewhere, or a disk with files on it, hides what a config map says no less.</summary>
    [Theory]
    [InlineData("csi", "/mnt/secret-configmap/rstudio", false)]
    [InlineData("persistentVolumeClaim", "/mnt/dynamic/rstudio", false)]
    [InlineData("persistentVolumeClaim", "/home", true)]
    [InlineData("emptyDir", "/mnt/dynamic", true)]
    public void File_that_another_volume_may_have_is_not_known(string kind, string place, bool isKnown) =>
        Assert.Equal(isKnown, Showing(new("hidden", kind, null, null, null, null, []), "/mnt/configmap/rstudio", place).Installation().File("vscode.conf").IsKnown);

    /// <summary>Workbench looks where the variable says, which is known to be where the config maps are for the chart's value alone.</summary>
    [Theory]
    [InlineData("/mnt/dynamic:/mnt/session-configmap:/mnt/secret-configmap:/mnt/configmap:/mnt/load-balancer/", true)]
    [InlineData("/opt/none", false)]
    [InlineData("/mnt/configmap:/mnt/dynamic:/mnt/session-configmap:/mnt/secret-configmap:/mnt/load-balancer/", false)]
    [InlineData(null, false)]
    public void File_is_not_known_where_Workbench_looks_elsewhere(string? directories, bool isKnown)
    {
        var container = Container("rstudio", "docker.io/posit/workbench:2026.08.1", new VolumeMount("config", "/mnt/configmap/rstudio", null, true)) with
        {
            EnvironmentNames = ["XDG_CONFIG_DIRS"],
            Environment = directories is null ? Map() : Map(("XDG_CONFIG_DIRS", directories)),
        };
        Assert.Equal(isKnown, Filed().Set(Server, "containers", Items.Create([container])).Installation().File("vscode.conf").IsKnown);
    }

    private static PodVolume Whole => new("hidden", "secret", null, null, null, null, [], ShowsSecret: true, Secrets: ["wb-secret"], SecretFiles: []);

    private static KubernetesWorld Filed() => Written("1");

    private static KubernetesWorld Mounted(string own, string secret, string? subPath) => Showing(new("hidden", "secret", null, null, null, null, [], ShowsSecret: true), own, secret, subPath);

    private static KubernetesWorld Showing(PodVolume hidden, string own, string place, string? subPath = null) => Filed()
        .Set(Server, "containers", Items.Create([Container("rstudio", "docker.io/posit/workbench:2026.08.1", new VolumeMount("config", own, null, true), new VolumeMount("hidden", place, subPath, true))]))
        .Set(Server, "volumes", Items.Create([new PodVolume("config", "configMap", null, null, null, null, ["wb-config"]), hidden]));

    private static KubernetesWorld Written(string text) => KubernetesWorld.Sound().Set(Config, "files", Items.Create([File("vscode.conf", ("enabled", text))]));
}
