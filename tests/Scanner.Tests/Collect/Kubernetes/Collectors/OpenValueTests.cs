using System.Text.Json.Nodes;
using Scanner.Collect.Kubernetes.Collectors;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

public sealed class OpenValueTests
{
    [Theory]
    [InlineData("fs-0123456789abcdef0")]
    [InlineData("fsvol-0123456789abcdef0")]
    [InlineData("vol-0123456789abcdef0")]
    [InlineData("fs-0123456789abcdef0:/path::fsap-0123456789abcdef0")]
    [InlineData("fs-0123456789abcdef0.efs.us-east-1.amazonaws.com#export#pvc-0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0##")]
    public async Task Handle_of_a_volume_stays(string handle) => Assert.Equal(handle, (await Volume(handle, "/export")).Handle.Value);

    [Fact]
    public async Task Password_in_a_volumes_address_does_not()
    {
        var volume = await Volume("//u:PASS@srv/share", "//u:PASS@srv/share");

        Assert.Equal(("(not kept)", "(not kept)"), (volume.Handle.Value, volume.Attributes.Value["share"]));
    }

    [Theory]
    [InlineData("image", "registry.local:5000/team/image:1.2@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("path", "/home/{{ user@domain }}")]
    public void At_sign_alone_is_no_password(string name, string value) => Assert.Equal(value, OpenValue.Of(name, value));

    [Theory]
    [InlineData("rstudio", "rstudio")]
    [InlineData("adhoc", "adhoc")]
    [InlineData("hunter2", "(not kept)")]
    public async Task Type_of_a_session_is_kept_where_it_is_one(string value, string kept)
    {
        var pod = await CoreCluster.One<Pod>("pods", $$$"""
            {"metadata":{"name":"s","namespace":"posit"},"spec":{"containers":[{"name":"main","image":"i","env":[{"name":"PWB_SESSION_TYPE","value":"{{{value}}}"}]}]},"status":{"phase":"Running"}}
            """);

        Assert.Equal(kept, pod.Containers.Value[0].Environment["PWB_SESSION_TYPE"]);
    }

    private static Task<KubeVolume> Volume(string handle, string share)
    {
        var volume = JsonNode.Parse("""{"metadata":{"name":"pv"},"spec":{"csi":{"driver":"d","volumeAttributes":{}},"accessModes":["ReadWriteMany"],"persistentVolumeReclaimPolicy":"Retain"}}""")!;
        (volume["spec"]!["csi"]!["volumeHandle"], volume["spec"]!["csi"]!["volumeAttributes"]!["share"]) = (handle, share);
        return CoreCluster.One<KubeVolume>("persistentvolumes", volume.ToJsonString());
    }
}
