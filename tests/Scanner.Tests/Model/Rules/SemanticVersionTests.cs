using Scanner.Model;

namespace Scanner.Tests.Model.Rules;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("3.8.0b1", "3.8.0")]
    [InlineData("3.7.2", "3.8.0b1")]
    [InlineData("3.8.0", "3.11.0")]
    [InlineData("1.30.0-rc.1", "1.30.0")]
    [InlineData("v1.29", "1.30")]
    public void Comes_before(string earlier, string later) => Assert.True(SemanticVersion.Parse(earlier)! < SemanticVersion.Parse(later)!);

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("3")]
    [InlineData("3.x.1")]
    [InlineData("99999999999.1.1")]
    public void Is_no_version(string text) => Assert.Null(SemanticVersion.Parse(text));

    [Theory]
    [InlineData("v1.33.1-eks-1a2b3c4", "1.33.1")]
    [InlineData("v1.30.0-eks-4096722", "1.30.0")]
    [InlineData("v1.30.5-gke.1014001", "1.30.5")]
    [InlineData("v1.32.0+k3s1", "1.32.0")]
    [InlineData("v1.30.2-vmware.1-fips", "1.30.2")]
    [InlineData("v1.30.0-alpha.1", "1.30.0alpha.1")]
    [InlineData("v1.30.0-rc.1", "1.30.0rc.1")]
    [InlineData("v1.30.0-beta.0.12+5a1b", "1.30.0beta.0.12")]
    [InlineData("1.30", "1.30.0")]
    public void Kubernetes_vendors_mark_is_no_prerelease(string said, string version) => Assert.Equal(version, SemanticVersion.OfKubernetes(said)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("v1.x")]
    public void Is_no_version_of_kubernetes(string text) => Assert.Null(SemanticVersion.OfKubernetes(text));
}
