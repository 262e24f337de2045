using Scanner.Collect.Workbench;

namespace Scanner.Tests.Collect.Workbench;

public sealed class JobOverridesTests
{
    [Fact]
    public void Overrides_that_are_too_long_are_not_read()
    {
        var files = new[] { (JobOverrides.Plugin, "a=b\n"), (JobOverrides.Profiles, "[*]\njob-json-overrides=" + string.Concat(Enumerable.Repeat("\"/x\":\"/y\",", 7_000)) + "\n") }
            .ToDictionary(f => f.Item1, f => ConfigurationText.Read(f.Item1, f.Item2));

        Assert.Equal("job-json-overrides in launcher.kubernetes.profiles.conf is larger than 64 KB", JobOverrides.Read(files)!.Refusal!.Detail);
    }

    [Theory]
    [InlineData("use-templating=1\n", "[*]\n", null)]
    [InlineData("", null, "?launcher.kubernetes.profiles.conf, which may hold job-json-overrides, is not beside launcher.kubernetes.conf")]
    [InlineData("", "[*]\n", "tolerations none; nodes any")]
    [InlineData("use-templating=0\n", "[*]\njob-json-overrides=\"/spec/template/spec/volumes/-\":\"/mnt/a.json\", \"/spec/template/spec/tolerationsx\":\"/b\"\n", "tolerations none; nodes any")]
    [InlineData("", "[*]\njob-json-overrides=\"/spec/template/spec/volumes/-\":\"/mnt/a.json\",\"/spec/template/spec/tolerations/-\":\"/b\"\n", "?job-json-overrides in launcher.kubernetes.profiles.conf changes tolerations")]
    [InlineData("", "[@team]\njob-json-overrides=\"/spec/template/spec/affinity\":\"/a\"\n", "?job-json-overrides in launcher.kubernetes.profiles.conf changes affinity")]
    [InlineData("", "[*]\njob-json-overrides=\"/spec/template/spec\":\"/a\"\n", "?job-json-overrides in launcher.kubernetes.profiles.conf changes tolerations")]
    [InlineData("", "[*]\njob-json-overrides=\"\":\"/a\"\n", "?job-json-overrides in launcher.kubernetes.profiles.conf changes tolerations")]
    [InlineData("", "[*]\njob-json-overrides=oops\n", "?job-json-overrides in launcher.kubernetes.profiles.conf cannot be read")]
    [InlineData("", "oops\n", "?launcher.kubernetes.profiles.conf:1: neither key=value, section nor comment")]
    [InlineData("oops\n", "[*]\n", "?launcher.kubernetes.conf:1: neither key=value, section nor comment")]
    public void Placement_without_templates_is_what_overrides_leave(string plugin, string? profiles, string? expected)
    {
        var files = new Dictionary<string, ConfigurationReading> { [JobOverrides.Plugin] = ConfigurationText.Read(JobOverrides.Plugin, plugin) };
        if (profiles is not null) files[JobOverrides.Profiles] = ConfigurationText.Read(JobOverrides.Profiles, profiles);

        var reading = JobOverrides.Read(files);

        Assert.Equal(expected, reading?.Placement?.ToString() ?? (reading is null ? null : "?" + reading.Refusal!.Detail));
    }
}
