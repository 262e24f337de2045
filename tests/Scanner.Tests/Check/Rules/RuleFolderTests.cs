using Scanner.Check;

namespace Scanner.Tests.Check.Rules;

public sealed class RuleFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rules");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_script_is_what_its_path_says()
    {
        Put("aws-eks/ACME-001-nodes-are-tagged.csx", "text");
        Put("workbench/GEN-900-x.csx", "");
        Put("README.md", "not a rule");
        var (scripts, errors) = RuleFolder.Read(_folder.FullName, "my/rules/");
        Assert.Empty(errors);
        Assert.Equal(new("ACME-001", "nodes-are-tagged", "aws-eks", "my/rules/aws-eks/ACME-001-nodes-are-tagged.csx", "text"), scripts[0]);
        Assert.Equal(["ACME-001", "GEN-900"], scripts.Select(s => s.Id));
    }

    [Theory]
    [InlineData("ACME-001-x.csx", "RULE001", "move it to <architecture>/")]
    [InlineData("aws-eks/more/ACME-001-x.csx", "RULE001", "move it to <architecture>/")]
    [InlineData("aws-esk/ACME-001-x.csx", "RULE001", "aws-eks")]
    [InlineData("aws-eks/acme-001-x.csx", "RULE001", "rename it to")]
    [InlineData("aws-eks/ACME-001.csx", "RULE001", "rename it to")]
    [InlineData("aws-eks/ACME-001-Not_Kebab.csx", "RULE001", "rename it to")]
    [InlineData("aws-eks/ACME-001-x.CSX", "RULE001", "rename it to")]
    public void A_file_out_of_place_is_an_error_that_says_where_to_put_it(string path, string id, string hint)
    {
        Put(path, "");
        var error = Assert.Single(RuleFolder.Read(_folder.FullName, "rules").Errors);
        Assert.Equal(("rules/" + path, id), (error.File, error.Id));
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_belongs_to_one_rule()
    {
        Put("aws-eks/ACME-001-x.csx", "");
        Put("workbench/ACME-001-y.csx", "");
        var (scripts, errors) = RuleFolder.Read(_folder.FullName, "rules");
        Assert.Equal("RULE002", Assert.Single(errors).Id);
        Assert.Contains("rules/aws-eks/ACME-001-x.csx", errors[0].Message, StringComparison.Ordinal);
        Assert.Equal("x", Assert.Single(scripts).Name);
    }

    [Fact]
    public void A_folder_without_rules_is_an_error() => Assert.Equal("RULE001", Assert.Single(RuleFolder.Read(_folder.FullName).Errors).Id);

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.Contains("cannot be read", Assert.Single(RuleFolder.Read(Path.Combine(_folder.FullName, "none")).Errors).Message, StringComparison.Ordinal);

    private void Put(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
