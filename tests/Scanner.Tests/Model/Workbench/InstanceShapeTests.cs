using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

public sealed class InstanceShapeTests
{
    [Theory]
    [InlineData("m6i.xlarge", 4, 16)]
    [InlineData("m7g.medium", 1, 4)]
    [InlineData("c6i.4xlarge", 16, 32)]
    [InlineData("r7iz.large", 2, 16)]
    [InlineData("t2.xlarge", 4, 16)]
    [InlineData("t3.medium", 2, 4)]
    [InlineData("t2.micro", 1, 1)]
    [InlineData("db.t3.micro", 2, 1)]
    [InlineData("db.t2.micro", 1, 1)]
    [InlineData("db.m6g.large", 2, 8)]
    public void Is_told_by_the_name(string type, int cpus, double memory) => Assert.Equal(new InstanceShape(cpus, memory), InstanceShape.Of(type));

    /// <summary>What the name does not tell is not guessed.</summary>
    [Theory, InlineData("c5n.large"), InlineData("m4.large"), InlineData("x2idn.16xlarge"), InlineData("g5.2xlarge"), InlineData("m6i.metal"), InlineData("m6i"), InlineData("db.serverless"), InlineData("")]
    public void Is_not_guessed(string type) => Assert.Null(InstanceShape.Of(type));
}
