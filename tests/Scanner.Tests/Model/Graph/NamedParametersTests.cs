using Scanner.Model;

namespace Scanner.Tests.Model.Graph;

/// <summary>Parameters that name something, where naming nothing is an answer too.</summary>
public sealed class NamedParametersTests
{
    [Fact]
    public void What_nobody_names_is_none()
    {
        Assert.Empty(Parameters.None.NamedRVersions);
        Assert.Empty(Parameters.None.NamedPythonVersions);
        Assert.Empty(Parameters.None.NamedWorkbenchHosts);
    }

    [Fact]
    public void What_is_named_is_a_list()
    {
        var parameters = new Parameters(new([new("requiredRVersions", "4.4.3, 4.5.1"), new("requiredPythonVersions", "3.12.11"), new("workbenchHosts", "i-1,wb-2")]));
        Assert.Equal(["4.4.3", "4.5.1"], parameters.NamedRVersions);
        Assert.Equal(["3.12.11"], parameters.NamedPythonVersions);
        Assert.Equal(["i-1", "wb-2"], parameters.NamedWorkbenchHosts);
    }
}
