using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

public sealed class WorkbenchVersionTests
{
    [Theory]
    [InlineData("posit/workbench:2026.08.1-ubuntu-24.04", "2026.8.1")]
    [InlineData("rstudio/rstudio-workbench:ubuntu2204-2024.04.2", "2024.4.2")]
    [InlineData("registry.example.com:5000/workbench:jammy-2023.12.0", "2023.12.0")]
    public void Is_in_the_tag(string image, string version) => Assert.Equal(SemanticVersion.Parse(version), WorkbenchVersion.Parse(image));

    [Theory, InlineData("posit/workbench:latest"), InlineData("posit/workbench"), InlineData("posit/workbench@sha256:2026"), InlineData("registry.example.com:5000/workbench"), InlineData("ours:12026.08.1")]
    public void Is_not_guessed(string image) => Assert.Null(WorkbenchVersion.Parse(image));
}
