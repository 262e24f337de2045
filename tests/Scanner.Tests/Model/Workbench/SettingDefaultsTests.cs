using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

/// <summary>Workbench's own defaults, by version.</summary>
public sealed class SettingDefaultsTests
{
    private static readonly SettingDefaults s_differing = new([new("a.conf", "k", null, "old"), new("a.conf", "k", SemanticVersion.Parse("2025.05.0"), "new"), new("a.conf", "same", null, "x"), new("a.conf", "late", SemanticVersion.Parse("2025.05.0"), "y")]);

    [Theory]
    [InlineData("2024.12.1+563.pro2", "old")]
    [InlineData("2025.05.0+496.pro5", "new")]
    [InlineData("2026.08.1", "new")]
    public void Where_versions_differ_the_servers_own_decides(string version, string value) => Assert.Equal(value, s_differing.Of(Server(version), "a.conf", "k").Value);

    [Fact]
    public void Where_they_differ_and_the_version_is_not_known_the_default_is_not_either()
    {
        Assert.Same(s_gap, s_differing.Of(Server(null), "a.conf", "k").Gap);
        Assert.Same(s_gap, s_differing.Of(Server(null), "a.conf", "late").Gap);
        Assert.Equal("x", s_differing.Of(Server(null), "a.conf", "same").Value);
        Assert.Equal("next of w is no version", s_differing.Of(Server("next"), "a.conf", "k").Gap!.Detail);
        Assert.Equal(GapCause.Unsupported, s_differing.Of(Server("2024.01.0"), "a.conf", "late").Gap!.Cause);
    }

    [Fact]
    public void What_ships_is_sorted_and_about_keys_that_are_kept()
    {
        var all = SettingDefaults.Shipped.All.ToList();
        Assert.True(all.Count > 25);
        Assert.Equal(all.Select(d => $"{d.File},{d.Key}").Order(StringComparer.Ordinal), all.Select(d => $"{d.File},{d.Key}"));
        Assert.Equal(all.Count, all.DistinctBy(d => (d.File, d.Key, d.Since)).Count());
        Assert.All(all, d => Assert.True(ConfigurationText.IsConfiguration(d.File) && KnownSettings.Has(d.Key), $"{d.File} {d.Key}"));
    }

    private static readonly Gap s_gap = new("", "", "version", GapCause.NotAsked, "not probed", new(RemedyKind.Probe, "w"));

    private static WorkbenchServer Server(string? version) => new() { Id = "w", Version = version is null ? new Fact<string>(s_gap) : version };
}
