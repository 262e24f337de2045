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
}
