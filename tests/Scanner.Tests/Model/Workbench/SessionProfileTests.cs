using Scanner.Model;

namespace Scanner.Tests.Model.Workbench;

public sealed class SessionProfileTests
{
    [Fact]
    public void Reads_what_is_said() => Assert.Equal(new SessionProfile(1.5, 5, null, 32), SessionProfile.Parse("avgCpu=1.5, avgMemGiB=5,maxMemGiB=32"));

    [Theory, InlineData(""), InlineData("avgCpu"), InlineData("avgCpu=0"), InlineData("avgCpu=-1"), InlineData("avgCpus=1"), InlineData("avgCpu=1,5"), InlineData("avgCpu=NaN")]
    public void Refuses_anything_else(string text) => Assert.Null(SessionProfile.Parse(text));
}
