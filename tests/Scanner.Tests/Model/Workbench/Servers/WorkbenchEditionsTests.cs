using Scanner.Model;

namespace Scanner.Tests.Model.Workbench.Servers;

/// <summary>How long editions of Workbench are supported.</summary>
public sealed class WorkbenchEditionsTests
{
    private static readonly (SemanticVersion, DateTimeOffset)[] s_known =
        [(new(2024, 9, 0, ""), Day(2024, 9, 24)), (new(2025, 5, 0, ""), Day(2025, 5, 7)), (new(2025, 9, 0, ""), Day(2025, 9, 15))];

    [Theory]
    [InlineData("2024.09.1+394.pro7", 2026, 3, 23, true)]
    [InlineData("2024.09.1+394.pro7", 2026, 3, 24, false)]
    [InlineData("2025.05.0", 2026, 3, 24, true)]
    [InlineData("2025.09.2", 2036, 1, 1, true)]
    [InlineData("1.4.1717", 2022, 1, 1, false)]
    public void Support_lasts_for_18_months_and_that_of_the_newest_goes_on(string version, int year, int month, int day, bool isSupported) =>
        Assert.Equal(isSupported, WorkbenchEditions.Of(SemanticVersion.Parse(version)!, s_known, Day(year, month, day)).Value.IsSupported);

    [Theory]
    [InlineData("2026.01.0", "the data on editions is older than 2026.01: it ends with 2025.09")]
    [InlineData("2025.07.1", "the data on editions does not have 2025.07")]
    public void Of_an_edition_that_is_not_listed_nothing_is_said(string version, string why)
    {
        var gap = WorkbenchEditions.Of(SemanticVersion.Parse(version)!, s_known, Day(2026, 3, 1)).Gap!;
        Assert.Equal((why, "supportedWorkbenchEditions"), (gap.Detail, gap.Remedy.What));
    }

    [Fact]
    public void What_ships_is_sorted_and_no_newer_than_its_day()
    {
        Assert.True(WorkbenchEditions.Shipped.Count > 15);
        Assert.Equal(WorkbenchEditions.Shipped.OrderBy(e => e.Edition), WorkbenchEditions.Shipped);
        Assert.Equal(WorkbenchEditions.Shipped.Count, WorkbenchEditions.Shipped.DistinctBy(e => e.Edition).Count());
        Assert.All(WorkbenchEditions.Shipped, e => Assert.True(e.Released <= WorkbenchEditions.ShippedAsOf && e.Released >= Day(e.Edition.Major, e.Edition.Minor, 1)));
    }

    [Fact]
    public void Data_of_more_than_a_year_ago_tells_nothing_unless_the_user_gives_other()
    {
        var (version, end) = (SemanticVersion.Parse("2026.08.1")!, WorkbenchEditions.ShippedAsOf.AddMonths(12));
        Assert.True(WorkbenchEditions.Of(version, Parameters.None, end).Value.IsSupported);
        Assert.Equal("supportedWorkbenchEditions", WorkbenchEditions.Of(version, Parameters.None, end.AddDays(1)).Gap!.Remedy.What);
        Assert.True(WorkbenchEditions.Of(version, new Parameters(new([new("supportedWorkbenchEditions", "2026.08=2026-08-12")])), end.AddDays(1)).Value.IsNewest);
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
