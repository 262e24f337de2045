using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Helm;
using Scanner.Model;
using Scanner.Tests.Collect.Declared.Kubernetes;

namespace Scanner.Tests.Collect.Declared.Helm;

public sealed class ValuesFormatTests
{
    private const string Base = "eks-values/values.yaml";
    private const string Production = "eks-values/production.yaml";
    private const string Server = "Workload/posit/Deployment/rstudio-workbench";

    private static readonly ValuesFormat s_format = new();
    private static readonly DeclaredScope s_scope = GivenFiles.Scope with { Namespace = "posit", ChartVersion = "0.22.0" };

    [Fact]
    public async Task Installation_is_seen_as_the_chart_would_make_it()
    {
        var files = await GivenFiles.Read(s_format, s_scope, Base);
        var server = files.Find<Workload>("posit/Deployment/rstudio-workbench");
        Assert.Equal((1, "posit/workbench:2026.08.1-ubuntu-24.04"), (server.Replicas.Value, server.Containers.Value[0].Image));
        Assert.Equal(["/var/lib/rstudio-server", "/home"], server.Containers.Value[0].Mounts.Take(2).Select(m => m.Path));
        Assert.Equal("rstudio-workbench-home-storage", server.Volumes.Value.AsEnumerable().Single(v => v.Name == "rstudio-home-storage").Claim);
        Assert.Equal("core", server.Placement.Value.NodeSelector["eks.amazonaws.com/nodegroup"]);
        Assert.Equal("homes", files.Find<VolumeClaim>("posit/rstudio-workbench-home-storage").Volume.Value!.Value.Id.Split('/')[^1]);
        Assert.Equal("arn:aws:iam::111122223333:role/workbench", files.Find<ServiceAccount>("posit/rstudio-workbench").RoleArn.Value);
        Assert.Equal(("ClusterIP", 80), (files.Find<KubeService>("posit/rstudio-workbench").Type.Value, files.Find<KubeService>("posit/rstudio-workbench").Ports.Value[0].Port));
        Assert.Equal([$"{Base}:46:12: teamNotes"], files.Unknown.Where(u => u.StartsWith(Base, StringComparison.Ordinal) && u.EndsWith("teamNotes", StringComparison.Ordinal)));
    }

    /// <summary>Who owns it, Helm writes on what it installs, and the chart on what anybody renders.</summary>
    [Fact]
    public async Task Server_has_what_Helm_and_the_chart_write_on_it()
    {
        var server = (await GivenFiles.Read(s_format, s_scope, Base)).Find<Workload>("posit/Deployment/rstudio-workbench");

        Assert.Equal(("rstudio-workbench", "posit"), (server.Annotations.Value["meta.helm.sh/release-name"], server.Annotations.Value["meta.helm.sh/release-namespace"]));
        Assert.Equal(("Helm", "rstudio-workbench-0.22.0"), (server.Labels.Value["app.kubernetes.io/managed-by"], server.Labels.Value["helm.sh/chart"]));
    }

    /// <summary>The chart's Secret lies before its config map; which files it has, values say.</summary>
    [Theory]
    [InlineData("config: {server: {database.conf: {host: db}}, secret: {database.conf: {provider: sqlite}}}", "database.conf")]
    [InlineData("config: {secret: {rserver.conf: {load-balancing-enabled: 0}}}", "rserver.conf")]
    [InlineData("secureCookieKey: {value: abc}", "")]
    [InlineData("config: {database: {conf: {existingSecret: mine}}}", "database.conf")]
    [InlineData("config: {existingSecrets: [{name: mine, items: [{key: a, path: rserver.conf}]}]}", "rserver.conf")]
    [InlineData("config: {existingSecrets: [{name: mine}]}", null)]
    [InlineData("config: {secret: '{{ later }}'}", null)]
    [InlineData("config: {existingSecrets: [mine]}", null)]
    [InlineData("pod: {runAsRoot: false}", "")]
    public async Task Files_that_the_charts_Secret_has_are_those_that_values_name(string values, string? expected)
    {
        var files = await GivenFiles.ReadText(s_format, values, s_scope);

        var server = files.Find<Workload>("posit/Deployment/rstudio-workbench");
        var volume = Assert.Single(server.Volumes.Value.AsEnumerable(), v => v.Name == "rstudio-secret");
        string[] keys = ["launcher.pem", "launcher.pub", "secure-cookie-key"];
        var named = expected is null ? null : expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(keys).Order(StringComparer.Ordinal).ToItems();
        Assert.Equal((true, named ?? []), (volume.ShowsSecret, volume.SecretFiles));
        Assert.Equal(named is null ? ["rstudio-secret"] : [], volume.Secrets!.AsEnumerable());
        Assert.Equal(named, named is null ? null : Assert.Single(server.SecretFiles.Value.AsEnumerable(), s => s.Secret == "rstudio-workbench-secret").Files);
    }

    [Fact]
    public async Task Server_without_a_Secret_shows_none() =>
        Assert.DoesNotContain((await GivenFiles.ReadText(s_format, "replicas: 2", s_scope)).Find<Workload>("posit/Deployment/rstudio-workbench").Volumes.Value.AsEnumerable(), v => v.ShowsSecret);

    /// <summary>Where Workbench looks for its files: the chart's directories, or those that values say in their place.</summary>
    [Theory]
    [InlineData("replicas: 2", "/mnt/dynamic:/mnt/session-configmap:/mnt/secret-configmap:/mnt/configmap:/mnt/load-balancer/", 1)]
    [InlineData("xdgConfigDirs: /opt/none", "/opt/none", 1)]
    [InlineData("xdgConfigDirsExtra: [/opt/more]", null, 1)]
    [InlineData("xdgConfigDirs: '{{ later }}'", null, 1)]
    [InlineData("pod: {env: [{name: XDG_CONFIG_DIRS, value: /opt/none}]}", "/opt/none", 2)]
    public async Task Directories_of_the_configuration_are_those_of_the_chart_unless_values_say_others(string values, string? expected, int times)
    {
        var container = (await GivenFiles.ReadText(s_format, values, s_scope)).Find<Workload>("posit/Deployment/rstudio-workbench").Containers.Value[0];

        Assert.Equal((expected, times), (container.Environment["XDG_CONFIG_DIRS"], container.EnvironmentNames.AsEnumerable().Count(n => n == "XDG_CONFIG_DIRS")));
    }

    /// <summary>Sessions run in the image of session.image unless a profile says another; the form of its tag changed with the chart.</summary>
    [Theory]
    [InlineData("0.22.0", "", "posit/workbench-session:R4.5.2-python3.14.3-ubuntu-24.04")]
    [InlineData("0.22.0", "session: {image: {repository: own/session, rVersion: 4.4.0}}", "own/session:R4.4.0-python3.14.3-ubuntu-24.04")]
    [InlineData("0.11.0", "", "rstudio/workbench-session:ubuntu2204-r4.5.2_4.4.3-py3.13.9_3.12.11")]
    [InlineData("0.9.2", "", "rstudio/r-session-complete:ubuntu2204-2025.05.0")]
    [InlineData("0.9.2", "versionOverride: 2024.12.1", "rstudio/r-session-complete:ubuntu2204-2024.12.1")]
    [InlineData("", "session: {image: {repository: own/session, tag: '7'}}", "own/session:7")]
    [InlineData("", "session: {image: {repository: own/session}}", "? --param workbenchChart=…")]
    [InlineData("", "", "? --param workbenchChart=…")]
    [InlineData("0.22.0", "session: {image: {tag: '{{ later }}'}}", "? hand over values in which session.image is filled in")]
    [InlineData("0.22.0", "config: {profiles: {launcher.kubernetes.profiles.conf: {'*': {default-container-image: mine, container-images: [mine]}}}}", "mine")]
    public async Task Image_of_sessions_is_that_of_the_chart_unless_a_profile_says_another(string chart, string values, string expected)
    {
        var files = await GivenFiles.ReadText(s_format, $"replicas: 1\nlauncher: {{useTemplates: true}}\n{values}\n", s_scope with { ChartVersion = chart.Length == 0 ? null : chart });

        var section = files.Find<ConfigMap>("posit/rstudio-workbench-config").Files.Value.AsEnumerable().Single(f => f.Name == "launcher.kubernetes.profiles.conf").Sections.AsEnumerable().Single(s => s.Name == "*");
        string Of(string key) => section.Setting(key) is { IsKnown: true } known ? known.Value! : $"? {section.Setting(key).Gap!.Remedy}";
        Assert.Equal((expected, expected), (Of("default-container-image"), Of("container-images")));
    }

    [Fact]
    public async Task Image_of_sessions_is_at_the_values_that_say_it()
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 1\nlauncher: {useTemplates: true}\nsession:\n  image:\n    tag: '7'\n", s_scope);

        Assert.Equal(("x.yaml:4:3", "x.yaml:4:3"), (files.At(Server, "files[launcher.kubernetes.profiles.conf]"), files.At(Server, "files[launcher.kubernetes.profiles.conf].*.container-images")));
    }

    /// <summary>A key is pointed at where it is written: in a map, or in a text that is a file.</summary>
    [Fact]
    public async Task Keys_of_configuration_files_have_their_lines()
    {
        var files = await GivenFiles.ReadText(s_format, """
            replicas: 2
            config:
              server:
                rserver.conf:
                  admin-enabled: 1
                launcher.conf:
                  cluster:
                    - name: Local
                      type: Local
                    - name: Kubernetes
                      type: Kubernetes
                jupyter.conf: |
                  # from the team

                  labs-enabled=0
                database.conf: |
                  provider=postgresql
                  password=hunter2
              session:
                rsession.conf:
                  session-timeout-minutes: 0
            """, s_scope);

        Assert.Equal(["x.yaml:4:5", "x.yaml:5:22", "x.yaml:9:17", "x.yaml:11:17", "x.yaml:15:7", "x.yaml:17:7", "x.yaml:21:32"],
            ((string[])["rserver.conf]", "rserver.conf].admin-enabled", "launcher.conf].cluster[Local].type", "launcher.conf].cluster[Kubernetes].type", "jupyter.conf].labs-enabled", "database.conf].provider", "rsession.conf].session-timeout-minutes"])
                .Select(p => files.At(Server, $"files[{p}")));
        Assert.Contains(files.Snapshot.Header.Declarations.AsEnumerable(), d => d is { Property: "files[jupyter.conf].labs-enabled", Location.Snippet: "labs-enabled=0" });
        Assert.DoesNotContain(files.Snapshot.Header.Declarations.AsEnumerable(), d => d.Location.Snippet.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Configuration_is_the_charts_with_what_values_put_over_it()
    {
        var files = await GivenFiles.Read(s_format, s_scope, Base);
        var maps = files.Find<ConfigMap>("posit/rstudio-workbench-config").Files.Value.AsEnumerable().ToDictionary(f => f.Name);
        Assert.Equal(("1", "1"), (maps["rserver.conf"].Sections[0].Values["launcher-sessions-enabled"], maps["rserver.conf"].Sections[0].Values["admin-enabled"]));
        Assert.Equal("Local", maps["launcher.conf"].Sections.AsEnumerable().Single(s => s.Name == "cluster").Values["type"]);
        Assert.Equal(("8", "1"), (maps["vscode.conf"].Sections[0].Values["session-timeout-kill-hours"], maps["vscode.conf"].Sections[0].Values["enabled"]));
        Assert.Equal(("posit", "1"), (maps["launcher.kubernetes.conf"].Sections[0].Values["kubernetes-namespace"], maps["launcher.kubernetes.conf"].Sections[0].Values["use-templating"]));
        var templates = files.Find<ConfigMap>("posit/rstudio-workbench-templates");
        Assert.Equal("2.5.0", templates.JobTemplateVersion.Value);
        Assert.Equal("workload", templates.RStudioPlacement.Value!.Tolerations[0].Key);
        Assert.Equal("workload", templates.VsCodePlacement.Value!.Tolerations[0].Key);
    }

    [Fact]
    public async Task Later_files_lie_over_earlier_ones()
    {
        var files = await GivenFiles.Read(s_format, s_scope, Base, Production);
        var server = files.Find<Workload>("posit/Deployment/rstudio-workbench");
        Assert.Equal((3, "DoNotSchedule"), (server.Replicas.Value, Assert.Single(server.SpreadConstraints.Value.AsEnumerable()).WhenUnsatisfiable));
        var vscode = files.Find<ConfigMap>("posit/rstudio-workbench-config").Files.Value.AsEnumerable().Single(f => f.Name == "vscode.conf").Sections[0].Values;
        Assert.Null(vscode["session-timeout-kill-hours"]);
        Assert.Equal("1", vscode["enabled"]);
        Assert.Equal($"{Production}:2:11", files.At(Server, "replicas"));
        Assert.Equal($"{Base}:4:8", files.At(Server, "containers[rstudio]"));
        Assert.Equal($"{Production}:7:56", files.At("Ingress/ingresses.networking.k8s.io/posit/rstudio-workbench", "annotations[alb.ingress.kubernetes.io/target-group-attributes]"));
    }

    [Fact]
    public async Task Properties_have_the_lines_of_the_values_that_say_them()
    {
        var files = await GivenFiles.Read(s_format, s_scope, Base);
        Assert.Equal($"{Base}:2:11", files.At(Server, null));
        Assert.Equal($"{Base}:2:11", files.At(Server, "replicas"));
        Assert.Equal($"{Base}:19:1", files.At(Server, "spreadConstraints"));
        Assert.Equal($"{Base}:5:1", files.At(Server, "volumes[rstudio-home-storage]"));
        Assert.Equal($"{Base}:40:5", files.At(Server, "files[launcher.conf]"));
        Assert.Equal($"{Base}:29:3", files.At(Server, "files[job.tpl]"));
        Assert.Equal($"{Base}:8:21", files.At("VolumeClaim/posit/rstudio-workbench-home-storage", "storageClass"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("0.9.0", true)]
    [InlineData("0.8.14", true)]
    [InlineData("9.0.0", false)]
    public async Task Default_that_differs_between_charts_is_known_with_its_version_only(string? version, bool isKnown)
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 1\nhomeStorage: {create: true}", s_scope with { ChartVersion = version });
        var service = files.Find<KubeService>("posit/rstudio-workbench");
        Assert.Equal(isKnown, service.Type.IsKnown);
        if (isKnown) return;
        Assert.Equal((GapCause.NotAsked, version is null ? "--param workbenchChart=…" : "use a newer scanner, which knows chart 9.0.0"), (service.Type.Gap!.Cause, service.Type.Gap.Remedy.ToString()));
        Assert.Contains(version is null ? "(\"NodePort\" from 0.6.0, \"ClusterIP\" from 0.7.0)" : "chart 9.0.0 is newer than 0.22.0, the newest whose defaults are known here", service.Type.Gap.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "the default of launcher.useTemplates differs between versions of the chart (none from 0.6.0, true from 0.9.0), and its version is not known", "--param workbenchChart=…")]
    [InlineData("0.23.0", "chart 0.23.0 is newer than 0.22.0, the newest whose defaults are known here (as of 2026-11-21)", "use a newer scanner, which knows chart 0.23.0")]
    public async Task Setting_that_hangs_on_the_charts_version_names_it_and_no_secret(string? version, string why, string remedy)
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 1\nlauncherPem: {}", s_scope with { ChartVersion = version });
        var kubernetes = files.Find<ConfigMap>("posit/rstudio-workbench-config").Files.Value.AsEnumerable().Single(f => f.Name == "launcher.kubernetes.conf");
        var (told, what) = UntoldValue.Read(kubernetes.Sections[0].Values["use-templating"])!.Value;
        Assert.Equal((why, remedy), (told, what.ToString()));
    }

    [Fact]
    public async Task Nothing_of_a_chart_that_is_not_known_is_called_damaged()
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 1\nhomeStorage: {create: true}", s_scope with { ChartVersion = "0.23.0" });
        Assert.DoesNotContain(files.Snapshot.Gaps, g => g.MakesIncomplete || g.ToString().Contains("binaryData", StringComparison.Ordinal));
        var map = files.Find<ConfigMap>("posit/rstudio-workbench-templates");
        Assert.StartsWith("chart 0.23.0 is newer than 0.22.0", map.JobTemplateVersion.Gap!.Detail[(map.JobTemplateVersion.Gap.Detail.LastIndexOf(": ", StringComparison.Ordinal) + 2)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_of_another_form_is_told_at_its_own_line()
    {
        var server = (await GivenFiles.ReadText(s_format, "launcherPem: {}\n\nreplicas: three\n", s_scope)).Find<Workload>("posit/Deployment/rstudio-workbench");
        Assert.Equal("say spec.replicas in x.yaml:3:11", server.Replicas.Gap!.Remedy.ToString());
    }

    [Fact]
    public async Task Template_of_the_charts_own_is_told_of_where_values_speak_of_templates()
    {
        var spoken = await GivenFiles.ReadText(s_format, "replicas: 1\nlauncher:\n  useTemplates: true\n", s_scope);
        var silent = await GivenFiles.ReadText(s_format, "replicas: 1\nlauncherPem: {}\n", s_scope);
        Assert.Equal("x.yaml:3:17", spoken.At(Server, "files[job.tpl]"));
        Assert.DoesNotContain(silent.Snapshot.Header.Declarations.AsEnumerable(), d => d.Property == "files[job.tpl]");
    }

    [Theory]
    [InlineData("homeStorage: {create: true}\n")]
    [InlineData("launcher: {namespace: posit}\n")]
    public async Task Values_of_the_charts_own_keys_alone_are_recognized(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        Assert.True(s_format.Recognizes(new(file, "x.yaml")));
        File.Delete(file);
    }

    [Fact]
    public async Task File_beside_values_is_one_that_lies_over_them()
    {
        var folder = Directory.CreateTempSubdirectory("scanner-test-");
        DeclaredSource Source(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
            return new(new(Path.Combine(folder.FullName, name), name), null);
        }
        var state = await new DeclaredFiles("scanner", TimeProvider.System).Read("t", new("c"),
            [Source("values.yaml", "replicas: 1\nlauncherPem: {}\n"), Source("more.yaml", "replicas: 3\nour-anchors: {}\n")], TestContext.Current.CancellationToken);
        Assert.Equal(["Helm values", "Helm values"], state.Snapshot.Header.Files.AsEnumerable().Select(f => f.Format));
        Assert.Contains("more.yaml:2:1: our-anchors", state.UnknownKeys);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Whether_templates_are_used_is_open_without_the_charts_version()
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 1\nlauncherPem: {}", s_scope with { ChartVersion = null });
        var kubernetes = files.Find<ConfigMap>("posit/rstudio-workbench-config").Files.Value.AsEnumerable().Single(f => f.Name == "launcher.kubernetes.conf");
        Assert.NotEqual("1", kubernetes.Sections[0].Values["use-templating"]);
        Assert.NotNull(kubernetes.Sections[0].Values["use-templating"]);
    }

    [Theory]
    [InlineData("replicas: '{{ .n }}'")]
    [InlineData("replicas: ${N}")]
    [InlineData("replicas: null")]
    public async Task Value_that_is_filled_in_later_or_deleted_is_unknown(string value)
    {
        var files = await GivenFiles.ReadText(s_format, $"{value}\nlauncherPem: {{}}", s_scope);
        Assert.False(files.Find<Workload>("posit/Deployment/rstudio-workbench").Replicas.IsKnown);
    }

    [Fact]
    public async Task File_with_something_filled_in_later_is_unknown_as_a_whole()
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 1\nconfig: {server: {launcher.conf: {cluster: {type: '{{ .type }}'}}}}", s_scope);
        var all = files.Find<ConfigMap>("posit/rstudio-workbench-config").Files.Value.AsEnumerable();
        Assert.NotNull(all.Single(f => f.Name == "launcher.conf").Problem);
        Assert.Null(all.Single(f => f.Name == "rserver.conf").Problem);
    }

    [Fact]
    public async Task Condition_that_is_filled_in_later_leaves_what_hangs_on_it_unknown()
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 1\nhomeStorage: {mount: '${MOUNT}', create: '{{ x }}'}", s_scope);
        var server = files.Find<Workload>("posit/Deployment/rstudio-workbench");
        Assert.False(server.Volumes.IsKnown);
        Assert.False(server.Containers.IsKnown);
        Assert.Null(files.Graph.Find<VolumeClaim>("k8s://declared/eks/VolumeClaim/posit/rstudio-workbench-home-storage"));
    }

    [Theory]
    [InlineData("both: {}", true, true)]
    [InlineData("launcher: {includeDefaultTemplates: false, extraTemplates: {job.tpl: \"# Version: 2.5.0\\nkind: Job\\n\", service.tpl: x}}", true, true)]
    [InlineData("launcher: {extraTemplates: {job.tpl: \"# Version: 2.5.0\\nkind: Job\\n\"}}", true, false)]
    public async Task Template_that_comes_twice_is_unknown(string values, bool hasTemplate, bool isKnown)
    {
        var files = await GivenFiles.ReadText(s_format, $"replicas: 1\n{values}", s_scope);
        var templates = files.Find<ConfigMap>("posit/rstudio-workbench-templates");
        Assert.Equal((hasTemplate, isKnown), (templates.Keys.Value.Contains("job.tpl"), templates.JobTemplateVersion.IsKnown));
    }

    [Theory]
    [InlineData("{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {minReplicas: 3, maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: rstudio-workbench}}}", true)]
    [InlineData("'{{ include \"a\" . }}'", false)]
    [InlineData("\"apiVersion: autoscaling/v2\\nkind: HorizontalPodAutoscaler\\nmetadata: {name: a}\\nspec: {minReplicas: 3, maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: rstudio-workbench}}\"", true)]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: '{{ x }}'}}", false)]
    public async Task Extra_objects_are_objects_where_they_are_no_templates(string extra, bool isAll)
    {
        var files = await GivenFiles.ReadText(s_format, $"replicas: 1\nextraObjects: [{extra}]", s_scope);
        Assert.Equal(isAll, files.Snapshot.Coverage.Single(c => c.Kind == nameof(HorizontalPodAutoscaler)).Gap is null);
        Assert.Equal(isAll, files.Snapshot.Observations.Any(o => o.Kind == nameof(HorizontalPodAutoscaler)));
    }

    /// <summary>Text that Helm fills in may make one more of a kind, which it names where it says it outright.</summary>
    [Theory]
    [InlineData("\"kind: NetworkPolicy\\nmetadata: {name: '{{ x }}'}\"", "NetworkPolicy")]
    [InlineData("\"kind: Deployment # of ours\\nmetadata: {name: '{{ x }}'}\\n---\\nkind: PersistentVolumeClaim\"", "VolumeClaim Workload")]
    [InlineData("\"kind: ServiceMonitor\\nmetadata: {name: '{{ x }}'}\"", "")]
    [InlineData("\"kind: NetworkPolicy\\nmetadata: {name: x}\\napiVersion: networking.k8s.io/v1\"", "")]
    [InlineData("{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: '{{ x }}'}}", "NetworkPolicy")]
    [InlineData("'kind: {{ x }}'", null)]
    [InlineData("'{{ include \"a\" . }}'", null)]
    public async Task Text_that_is_filled_in_may_make_one_more_of_its_kind(string extra, string? expected)
    {
        var kinds = (await GivenFiles.ReadText(s_format, $"replicas: 1\nextraObjects: [{extra}]", s_scope)).More.Select(m => m.Kind).Order(StringComparer.Ordinal).ToList();

        if (expected is null) Assert.Superset(new HashSet<string> { "NetworkPolicy", "HorizontalPodAutoscaler", "Workload", "NodeGroup", "KubeVolume" }, kinds.ToHashSet());
        else Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), kinds);
    }

    [Theory]
    [InlineData("posit", "posit-rstudio-workbench")]
    [InlineData("my-rstudio-workbench", "my-rstudio-workbench")]
    public async Task Objects_are_called_after_the_release(string release, string name)
    {
        var files = await GivenFiles.ReadText(s_format, "replicas: 2\nlauncherPem: {}", s_scope with { ReleaseName = release });
        Assert.Equal(release, files.Find<Workload>($"posit/Deployment/{name}").PodLabels.Value["app.kubernetes.io/instance"]);
    }

    [Fact]
    public async Task Name_that_is_filled_in_later_names_nothing()
    {
        var told = await Assert.ThrowsAsync<DeclaredException>(() => GivenFiles.ReadText(s_format, "replicas: 1\nnameOverride: '{{ x }}'", s_scope));
        Assert.StartsWith("x.yaml:2:15: nameOverride is filled in later", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replicas: 3\nlauncher: {}", true)]
    [InlineData("xdgConfigDirs: /x", true)]
    [InlineData("replicas: 3\nname: x", false)]
    [InlineData("replicas: 3\nimage: {repository: nginx}", false)] // as many a chart has
    [InlineData("service: {type: ClusterIP}\ningress: {enabled: true}\nresources: {}", false)]
    [InlineData("replicas: 3\nimage: {repository: nginx}\nhomeStorage: {}", true)]
    [InlineData("apiVersion: v1\nkind: X\nreplicas: 3\nlauncher: {}", false)]
    [InlineData("- replicas", false)]
    [InlineData("replicas: [", false)]
    public async Task Values_are_recognized_by_the_charts_own_keys(string text, bool are)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        Assert.Equal(are, s_format.Recognizes(new(path, "x.yaml")));
        File.Delete(path);
    }

    [Fact]
    public async Task Version_that_is_none_is_told() => Assert.StartsWith("workbenchChart: latest is no version",
        (await Assert.ThrowsAsync<DeclaredException>(() => GivenFiles.ReadText(s_format, "replicas: 1", s_scope with { ChartVersion = "latest" }))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Values_that_are_no_map_are_told() =>
        Assert.StartsWith("x.yaml:1:1: keys and values expected", (await Assert.ThrowsAsync<DeclaredException>(() => GivenFiles.ReadText(s_format, "- a", s_scope))).Message, StringComparison.Ordinal);
}
