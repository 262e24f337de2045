using Scanner.Check;
using Scanner.Collect.Kubernetes;
using YamlDotNet.RepresentationModel;

namespace Scanner.Tests.Deploy;

/// <summary>What is applied to a cluster: the printed role, and a pod that the restricted Pod Security Standard admits.</summary>
public sealed class KubernetesManifestTests
{
    private static readonly string s_base = Repository.Path("deploy", "kubernetes", "base");

    private static readonly YamlNode s_pod = Document("cronjob.yaml")["spec"]["jobTemplate"]["spec"]["template"]["spec"];

    [Fact]
    public void The_role_is_the_one_that_is_printed() =>
        Assert.Equal(KubernetesPermissions.Yaml("scanner", RuleNeeds.Installed().Of(RuleLibrary.Installed(useCache: false).Load([]).Rules)), File.ReadAllText(Path.Combine(s_base, "rbac.yaml")));

    [Fact]
    public void The_pod_is_restricted()
    {
        Assert.Equal(("true", "RuntimeDefault"), (s_pod["securityContext"]["runAsNonRoot"].ToString(), s_pod["securityContext"]["seccompProfile"]["type"].ToString()));
        var container = Assert.Single((YamlSequenceNode)s_pod["containers"])["securityContext"];
        Assert.Equal(("false", "true", "ALL"), (container["allowPrivilegeEscalation"].ToString(), container["readOnlyRootFilesystem"].ToString(), container["capabilities"]["drop"][0].ToString()));
    }

    [Fact]
    public void The_account_and_every_volume_that_the_pod_names_is_there()
    {
        Assert.Equal("scanner", s_pod["serviceAccountName"].ToString());
        Assert.Equal("scanner", Document("volume.yaml")["metadata"]["name"].ToString());
        var volumes = ((YamlSequenceNode)s_pod["volumes"]).Select(v => v["name"].ToString()).ToHashSet();
        Assert.All((YamlSequenceNode)s_pod["containers"][0]["volumeMounts"], m => Assert.Contains(m["name"].ToString(), volumes));
    }

    [Fact]
    public void The_image_has_what_the_pod_runs_as()
    {
        var file = File.ReadAllText(Repository.Path("Dockerfile"));
        Assert.Contains($"USER {s_pod["securityContext"]["runAsUser"]}:{s_pod["securityContext"]["runAsGroup"]}\n", file, StringComparison.Ordinal);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"/app/scanner.dll\"]\n", file, StringComparison.Ordinal);
    }

    private static YamlNode Document(string name)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(s_base, name))));
        return stream.Documents[0].RootNode;
    }
}
