using Scanner.Model;

namespace Scanner.Tests.Model.Facts;

public sealed class RemedyTests
{
    [Theory]
    [InlineData(RemedyKind.Attestation, "GEN-012", "attest GEN-012")]
    [InlineData(RemedyKind.Attestation, "job.tpl", "look yourself: job.tpl")]
    [InlineData(RemedyKind.Parameter, "architecture", "--architecture KEY")]
    [InlineData(RemedyKind.Parameter, "workbenchChart", "--param workbenchChart=…")]
    [InlineData(RemedyKind.Permission, "ec2:DescribeVpcs", "allow ec2:DescribeVpcs")]
    public void It_recommends_only_what_would_tell(RemedyKind kind, string what, string text) => Assert.Equal(text, new Remedy(kind, what).ToString());
}
