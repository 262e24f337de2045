using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

/// <summary>What hosts run, by two sources.</summary>
public sealed class HostSystemsTests
{
    private static readonly Items<InstalledPackage> s_installed = new[] { new InstalledPackage("rstudio-server", "2026.08.1") }.ToItems();

    [Fact]
    public void The_platform_counts_before_the_hosts_word()
    {
        Assert.True(new ComputeInstance { Id = "i", IsWindows = true, OperatingSystem = "ubuntu2204" }.RunsLinux().IsFalse);
        Assert.True(new ComputeInstance { Id = "i", OperatingSystem = "ubuntu2204" }.RunsLinux().IsTrue);
        Assert.True(new ComputeInstance { Id = "i" }.RunsLinux().IsUnknown);
    }

    [Fact]
    public void The_hosts_word_counts_before_the_inventory()
    {
        Assert.True(new ComputeInstance { Id = "i", HasWorkbench = false, Packages = s_installed }.RunsWorkbench().IsFalse);
        Assert.True(new ComputeInstance { Id = "i", Packages = s_installed }.RunsWorkbench().IsTrue);
        Assert.True(new ComputeInstance { Id = "i" }.RunsWorkbench().IsUnknown);
    }
}
