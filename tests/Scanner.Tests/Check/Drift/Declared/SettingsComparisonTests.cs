using System.Text.Json;
using Scanner.Check.Drift.Declared;

namespace Scanner.Tests.Check.Drift.Declared;

/// <summary>Configuration files are compared key by key.</summary>
public sealed class SettingsComparisonTests
{
    private const string Secret = "(not kept)";

    [Theory]
    [InlineData("a=1", "a=1", "")]
    [InlineData("a=1", "a=2", "files[f].a: 1 ≠ 2")]
    [InlineData("a=1", "", "files[f].a: 1 ≠ ")]
    [InlineData("", "a=1", "files[f].a:  ≠ 1")]
    [InlineData("a= 1", "a=1 ", "")]
    [InlineData("password=" + Secret, "password=" + Secret, "")]
    [InlineData("password=" + Secret, "password=x", "files[f].password: ?")]
    [InlineData("www-port=1", "www-port=2", "")]
    [InlineData("cluster.name=K,cluster.type=Local", "cluster.name=K,cluster.type=Kubernetes", "files[f].cluster[K].type: Local ≠ Kubernetes")]
    [InlineData("cluster.type=Local", "cluster.type=Slurm", "files[f].cluster.type: Local ≠ Slurm")]
    public void Each_key_is_compared(string declared, string live, string expected) => Assert.Equal(expected, Text(declared, live, _ => true));

    [Fact]
    public void A_default_of_what_made_the_file_is_no_drift_where_it_is_missing_but_where_it_is_another()
    {
        Assert.Equal("", Text("a=1", "", path => path != "files[f].a"));
        Assert.Equal("files[f].a: 1 ≠ 2", Text("a=1", "a=2", path => path != "files[f].a"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_as_a_whole_and_one_that_nobody_declares_is_not_told()
    {
        var none = JsonSerializer.SerializeToElement(Array.Empty<object>());
        Assert.Equal("files[f]", Assert.Single(SettingsComparison.Compare(Files("a=1"), none, _ => true, _ => true)).Path);
        Assert.Empty(SettingsComparison.Compare(Files("a=1"), none, _ => false, _ => true));
        Assert.Empty(SettingsComparison.Compare(none, Files("a=1"), _ => true, _ => true));
    }

    [Fact]
    public void A_file_that_could_not_be_read_leaves_all_open() =>
        Assert.True(Assert.Single(SettingsComparison.Compare(Files("a=1"), JsonSerializer.SerializeToElement(new[] { new { name = "f", sections = Array.Empty<object>(), problem = "f:1" } }), _ => true, _ => true)).IsOpen);

    private static string Text(string declared, string live, Func<string, bool> isWritten) =>
        string.Join("; ", SettingsComparison.Compare(Files(declared), Files(live), _ => true, isWritten).Select(d => d.IsOpen ? $"{d.Path}: ?" : $"{d.Path}: {d.Declared} ≠ {d.Live}"));

    /// <summary>A file <c>f</c> of keys, each with its section before a dot.</summary>
    private static JsonElement Files(string keys)
    {
        var sections = keys.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(k => k.Split('=', 2)).Select(k => (Section: k[0].Contains('.', StringComparison.Ordinal) ? k[0].Split('.')[0] : "", Key: k[0].Split('.')[^1], Value: k[1]))
            .GroupBy(k => k.Section).Select(s => new { name = s.Key, values = s.ToDictionary(k => k.Key, k => k.Value) });
        return JsonSerializer.SerializeToElement(new[] { new { name = "f", sections, problem = (string?)null } });
    }
}
