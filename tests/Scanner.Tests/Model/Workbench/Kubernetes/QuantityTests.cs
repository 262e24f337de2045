using Scanner.Model;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("16", 16d)]
    [InlineData("15890m", 15.89)]
    [InlineData("1.5", 1.5)]
    [InlineData("2Ki", 2048d)]
    [InlineData("2k", 2000d)]
    [InlineData("", null)]
    [InlineData("lots", null)]
    [InlineData("(not kept)", null)]
    public void Is_read_with_its_suffix(string text, double? amount) => Assert.Equal(amount, Quantity.Parse(text) is { } found ? Math.Round(found, 6) : null);

    [Theory]
    [InlineData("61952612Ki", 59.08)]
    [InlineData("2Ti", 2048d)]
    [InlineData("none", null)]
    public void Memory_is_told_in_gib(string text, double? gib) => Assert.Equal(gib, Quantity.GiB(text) is { } found ? Math.Round(found, 2) : null);
}
