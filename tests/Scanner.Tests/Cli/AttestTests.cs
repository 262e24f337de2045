namespace Scanner.Tests.Cli;

/// <summary><c>scanner attest</c> as a process.</summary>
public sealed class AttestTests
{
    [Fact]
    public async Task It_writes_a_file_and_adds_to_it()
    {
        using var home = new AwsHome(null);
        var first = await home.Run("attest", "OUR-009", "--by", "Jane Doe", "--note", "two in each pool", "--expires", "2999-01-01", "--rules", Own(home));
        Assert.Equal((0, "attestations.yaml: OUR-009 attested by Jane Doe until 2999-01-01\n", ""), (first.ExitCode, first.Output, first.Error));
        Assert.Equal(0, (await home.Run("attest", "OUR-001", "--by", "John", "--note", "it is 3.14", "--rules", Own(home))).ExitCode);
        var text = await File.ReadAllTextAsync(home.Path("attestations.yaml"), TestContext.Current.CancellationToken);
        Assert.Matches("(?s)^# .*\nattestations:\n  OUR-001:\n    by: \"John\"\n.*  OUR-009:\n    by: \"Jane Doe\"\n.*    expires: 2999-01-01\n$", text);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(home.Path("attestations.yaml"))!, "attestations*"));
    }

    [Theory]
    [InlineData("scanner: --expires 2020-01-01: is past already\n", "OUR-009", "--by", "a", "--note", "b", "--expires", "2020-01-01")]
    [InlineData("scanner: --expires soon: expected a day such as 2027-12-31\n", "OUR-009", "--by", "a", "--note", "b", "--expires", "soon")]
    [InlineData("scanner: --note is empty\n", "OUR-009", "--by", "a", "--note", " ")]
    public async Task What_cannot_be_attested_is_one_line(string error, params string[] arguments)
    {
        using var home = new AwsHome(null);
        var result = await home.Run(["attest", .. arguments, "--rules", Own(home)]);
        Assert.Equal((2, error), (result.ExitCode, result.Error));
        Assert.False(File.Exists(home.Path("attestations.yaml")));
    }

    [Fact]
    public async Task A_file_that_is_none_stays_as_it_is()
    {
        using var home = new AwsHome(null);
        home.Write("attestations.yaml", "attestations: [\n");
        var result = await home.Run("attest", "OUR-009", "--by", "a", "--note", "b", "--rules", Own(home));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("scanner: attestations.yaml:2:1: not valid YAML: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("attestations: [\n", await File.ReadAllTextAsync(home.Path("attestations.yaml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_rule_that_asks_for_none_is_not_attested()
    {
        using var home = new AwsHome(null);
        var result = await home.Run("attest", "PCL-009", "--by", "a", "--note", "b");
        Assert.Equal((2, "scanner: PCL-009 rests on what is seen: an attestation has no effect on it\n"), (result.ExitCode, result.Error));
        Assert.False(File.Exists(home.Path("attestations.yaml")));
    }

    [Fact]
    public async Task A_rule_that_nobody_has_is_refused_unless_a_pack_has_it()
    {
        using var home = new AwsHome(null);
        var result = await home.Run("attest", "GEN-O12", "--by", "a", "--note", "b");
        Assert.Equal((2, "scanner: no rule has the id GEN-O12; did you mean 'GEN-012'?\n"), (result.ExitCode, result.Error));
        Assert.Equal(2, (await home.Run("attest", "OUR-009", "--by", "a", "--note", "b")).ExitCode);
        Assert.False(File.Exists(home.Path("attestations.yaml")));
        Assert.Equal(0, (await home.Run("attest", "OUR-009", "--by", "a", "--note", "b", "--rules", Own(home))).ExitCode);
    }

    /// <summary>Two rules that rest on what people say.</summary>
    private static string Own(AwsHome home)
    {
        var folder = Directory.CreateDirectory(home.Path("own", "workbench"));
        foreach (var id in (string[])["OUR-001", "OUR-009"])
            File.WriteAllText(Path.Combine(folder.FullName, $"{id}-told.csx"), $$"""
                new Rule<Environment> { Title = "t", Level = Level.Must, Source = "s", Why = "w.", Fix = "f.", Check = (env, _) => Require(env.Attested("{{id}}"), $"not told") }
                """);
        return home.Path("own");
    }
}
