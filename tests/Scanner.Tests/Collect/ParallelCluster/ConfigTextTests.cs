using Scanner.Collect.ParallelCluster;
using Scanner.Model;

namespace Scanner.Tests.Collect.ParallelCluster;

/// <summary>Documents that no cluster can have.</summary>
public sealed class ConfigTextTests
{
    private static readonly Evidence s_evidence = new(Plane.LiveDeclared, "aws/1/r", "s3:GetObjectVersion", default) { Locator = "s3://b/cluster.yaml" };

    public static TheoryData<string, string> Malformed => new()
    {
        { "", "the document is empty" },
        { "# nothing\n", "the document is empty" },
        { "just text", "not one YAML document with keys and values" },
        { "a: 1\n---\nb: 2\n", "not one YAML document with keys and values" },
        { "HeadNode:\n  a: [1, 2\nScheduling: x", "line 2, column 8: something that cannot be read, here or after it" },
        { "a: 1\na: 2\n", "line 2" },
        { "a: *nobody", "line 1" },
        { new string('[', 5000), "nested more than 64 levels deep" },
        { string.Concat(Enumerable.Repeat("{a: ", 5000)), "nested more than 64 levels deep" },
        { "a: " + new string('x', 2 * 1024 * 1024), "larger than 1024 KB" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_document_is_a_gap_that_says_where(string text, string problem)
    {
        var read = ConfigText.Read(text, s_evidence);

        Assert.Null(read.Value);
        Assert.Equal((GapCause.Failed, "s3:GetObjectVersion"), (read.Gap!.Cause, read.Gap.Action));
        Assert.StartsWith("s3://b/cluster.yaml: ", read.Gap.Detail, StringComparison.Ordinal);
        Assert.Contains(problem, read.Gap.Detail, StringComparison.Ordinal);
    }

    /// <summary>Some of these made the YAML library fail in ways of its own.</summary>
    [Fact]
    public async Task Damaged_document_never_ends_the_program()
    {
        const string Signs = "[]{}:,-&*!|>'\"%@`#?\n\t \u0001<a0~";
        var whole = await File.ReadAllTextAsync(Repository.Path("fixtures", "aws", "parallelcluster-good", "s3.GetObjectVersion.cluster-config.yaml"), TestContext.Current.CancellationToken);
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var damaged = new System.Text.StringBuilder(whole[..900]);
            for (var hits = random.Next(1, 6); hits > 0; hits--) damaged[random.Next(damaged.Length)] = Signs[random.Next(Signs.Length)];
            var read = ConfigText.Read(damaged.ToString(), s_evidence);
            Assert.True(read.Value is null != read.Gap is null, damaged.ToString());
            _ = ClusterConfiguration.Map(read, new("c"), "c");
            _ = DeclaredGroup.All(read, new("c"), "c").Count();
        }
    }

    [Fact]
    public void Every_fact_of_a_malformed_document_is_that_gap()
    {
        var read = ConfigText.Read("[", s_evidence);

        var cluster = ClusterConfiguration.Map(read, new("parallelcluster://1/r/pwb"), "pwb");

        Assert.Equal(read.Gap, cluster.SharedStorage.Gap);
        Assert.Equal(read.Gap, cluster.HasCustomActions.Gap);
        Assert.Empty(DeclaredGroup.All(read, new("parallelcluster://1/r/pwb"), "pwb"));
    }

    [Fact]
    public void Document_that_would_grow_without_bounds_is_read_only_where_it_is_asked()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(0, 20).Select(i =>
            $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i)}", 10))}]\n"));

        var cluster = ClusterConfiguration.Map(ConfigText.Read(bomb + "SharedStorage: *u\nHeadNode: {SharedStorageType: Efs}\n", s_evidence), new("parallelcluster://1/r/pwb"), "pwb");

        Assert.Equal("Efs", cluster.SharedStorageType.Value);
        Assert.Equal(GapCause.Unsupported, cluster.SharedStorage.Gap!.Cause);
    }

    [Fact]
    public void Mapping_that_takes_in_itself_ends() =>
        Assert.Null(ConfigText.Read("a: &a {<<: *a, b: 1}\n", s_evidence).Value?.At("a")?.At("nothing"));
}
