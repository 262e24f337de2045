using Scanner.Collect.Declared;

namespace Scanner.Tests.Collect.Declared;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("  StorageType: Efs", "StorageType: Efs")]
    [InlineData("    - MountDir: /home   # users", "- MountDir: /home   # users")]
    [InlineData("stickiness.enabled=false", "stickiness.enabled=false")]
    [InlineData("  \"replicas\": 2,", "\"replicas\": 2,")]
    [InlineData("resource \"aws_db_instance\" \"meta\" {", "resource \"aws_db_instance\" \"meta\" {")]
    [InlineData("", "")]
    public void Harmless_line_is_shown(string line, string shown) => Assert.Equal(shown, Snippet.Of(line));

    [Theory]
    [InlineData("password: hunter2", "password: ***")]
    [InlineData("  password = \"hunter2\"", "password = ***")]
    [InlineData("connection-uri=postgresql://pwb:hunter2@db.example.com/pwb", "connection-uri=***")]
    [InlineData("Uri: pwb:hunter2@db.example.com:3306", "Uri: ***")]
    [InlineData("- secretKey: 9f3kQ0pLm27Rt5vWb93xZ8", "- secretKey: ***")]
    [InlineData("9f3kQ0pLm27Rt5vWb93xZ8aa", "***")]
    [InlineData("\"apiToken\": \"9f3kQ0pLm27Rt5vWb93xZ8\"", "\"apiToken\": ***")]
    [InlineData("args: [--password=hunter2]", "args: ***")]
    public void What_may_be_secret_is_not(string line, string shown) => Assert.Equal(shown, Snippet.Of(line));

    [Theory]
    [InlineData("pem: |\n  line\n", 2, "***")]
    [InlineData("data:\n  a.conf: |\n    x\n  b.conf: |\n    y\n", 4, "b.conf: |")]
    [InlineData("Args:\n  - --password\n  - hunter2\n", 3, "***")]
    [InlineData("SubnetIds:\n  - subnet-1\n", 2, "- subnet-1")]
    [InlineData("secure-cookie-key hunter2\n", 1, "secure-cookie-key ***")]
    public void What_goes_on_with_a_secret_is_not_shown(string text, int line, string shown) => Assert.Equal(shown, new DeclaredText("f", text).At(line).Snippet);

    [Fact]
    public void Long_line_is_cut() => Assert.Equal(121, Snippet.Of(string.Join(' ', Enumerable.Repeat("word", 100))).Length);
}
