using System.Text;
using Scanner.Collect.Declared;
using Scanner.Collect.Declared.Terraform;

namespace Scanner.Tests.Collect.Declared.Terraform;

/// <summary>Files that are none of Terraform's, or damaged: one line that says what and where.</summary>
public sealed class TerraformMalformedTests : IDisposable
{
    private const string Start = "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9\",";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scanner-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "f.json:1:1: ")]
    [InlineData("[]", "f.json:1:1: keys and values expected")]
    [InlineData("{\n \"format_version\": \"1.2\",\n \"values\": [1]\n}", "f.json:3:12: \"values\" must be keys and values")]
    [InlineData("{\n \"format_version\": \"1.2\",\n \"values\": {},\n \"values\": {}\n}", "f.json:4:2: key \"values\" stands here for a second time")]
    [InlineData("{\"format_version\": \"2.0\", \"values\": {}}", "f.json:1:20: format_version 2.0 is another major version")]
    [InlineData("{\"format_version\": 1, \"values\": {}}", "f.json:1:20: \"format_version\" must be a text")]
    [InlineData("{\"version\": 4, \"lineage\": \"x\"}", "f.json:1:1: is the state as Terraform keeps it")]
    [InlineData(Start + "\n\"resource_changes\":[{\"address\":\"a.b\",\"type\":\"a\",\"name\":\"c\",\"change\":{\"actions\":[],\"after\":{}}}]}", "f.json:2:32: address a.b does not fit")]
    [InlineData(Start + "\n\"resource_changes\":[{\"address\":\"a.b\"}]}", "f.json:2:21: \"change\" is missing")]
    [InlineData(Start + "\n\"resource_changes\":[7]}", "f.json:2:")]
    [InlineData(Start + "\n\"resource_changes\":[", "f.json:2:")]
    [InlineData("{\"format_version\":\"1.2\",\"values\":{\"a\":\"\\ud800\"}}", "f.json:1:")]
    [InlineData("{\"format_version\":\u201C1.2\u201D}", "f.json:1:19: not valid JSON")]
    public async Task Damage_is_one_line_with_its_place(string text, string expected) => Assert.StartsWith(expected, await Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public async Task Depth_is_bounded() => Assert.StartsWith("f.json:1:", await Refusal(Encoding.UTF8.GetBytes(Start + "\"values\":" + new string('[', 100_000))), StringComparison.Ordinal);

    [Fact]
    public async Task Utf16_is_named() => Assert.Equal("f.json:1:1: is UTF-16: save it as UTF-8", await Refusal([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]));

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_named() => Assert.StartsWith("f.json:1:3: byte 0xFF is no UTF-8", await Refusal([(byte)'{', (byte)'"', 0xFF]), StringComparison.Ordinal);

    [Fact]
    public async Task Hundred_megabytes_are_refused_before_they_are_read()
    {
        var path = Path.Combine(_folder.FullName, "f.json");
        using (var file = File.Create(path)) file.SetLength(100L * 1024 * 1024);

        Assert.Contains("larger than", await Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_line_is_not_shown()
    {
        var refusal = await Refusal(Encoding.UTF8.GetBytes(Start + "\"values\":{\"password\":\"canary-1\"}," + new string(' ', 1000) + "x}"));

        Assert.DoesNotContain("canary", refusal, StringComparison.Ordinal);
        Assert.True(refusal.Length < 200, refusal);
    }

    [Theory]
    [InlineData(Start + "\"values\":{}}", true)]
    [InlineData("{\"format_version\":\"1.2\",\"values\":{}}", true)]
    [InlineData("{\"format_version\":\"1.2\"}", false)]
    [InlineData("{\"Resources\":{}}", false)]
    [InlineData("apiVersion: v1\nkind: Pod\n", false)]
    [InlineData("{\"format_version\"", false)]
    [InlineData("", false)]
    public void Files_are_recognized_by_what_they_say(string text, bool expected)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "f.json"), text);

        Assert.Equal(expected, new TerraformFormat().Recognizes(new(Path.Combine(_folder.FullName, "f.json"), "f.json")));
    }

    private Task<string> Refusal(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "f.json"), bytes);
        return Refusal(Path.Combine(_folder.FullName, "f.json"));
    }

    private static async Task<string> Refusal(string path)
    {
        using var files = new TerraformCase();
        return (await Assert.ThrowsAsync<DeclaredException>(() => files.Read(Path.GetDirectoryName(path)!, ["f.json"]))).Message;
    }
}
