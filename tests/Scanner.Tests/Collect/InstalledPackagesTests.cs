using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>SSM's inventory of head and login nodes.</summary>
public sealed class InstalledPackagesTests
{
    private const string Login = "i-0bbb0000000000001";
    private const string Head = "i-0aaa0000000000001";
    private const string Other = "i-0bbb0000000000002";

    [Fact]
    public async Task Only_programs_of_interest_are_kept_and_one_call_asks_for_all_nodes()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Equal([new("R-4.4.3", "1"), new("python3", "3.9.20"), new("rstudio-server", "2026.08.1+2")], snapshot.Of<ComputeInstance>(Login).Packages.Value);
        var request = Assert.Single(aws.Requests, r => r.Action == "ssm:GetInventory");
        Assert.True(request.Values.IsSupersetOf([Head, Login, Other]));
        Assert.DoesNotContain("i-0ccc0000000000001", request.Values);
    }

    [Fact]
    public async Task Node_without_an_inventory_is_a_matter_of_node_facts()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ssm:GetInventory", $$"""{"Entities":[{"Id":"{{Login}}","Data":{} }]}""");

        var snapshot = await RecordedScan.Run(aws);

        Assert.All((string[])[Head, Login, Other], id =>
        {
            var gap = snapshot.Of<ComputeInstance>(id).Packages.Gap!;
            Assert.Equal((GapCause.Hidden, $"node facts of {id}"), (gap.Cause, gap.Remedy.ToString()));
        });
    }

    [Fact]
    public async Task Node_on_a_page_that_was_not_answered_is_not_without_an_inventory()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer("ssm:GetInventory", $$"""{"Entities":[{{Entity(Login, """{"Name":"slurm","Version":"23.11"}""")}}],"NextToken":"page-2"}""")
            .Answer("ssm:GetInventory.page-2", "<html/>");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Equal([new("slurm", "23.11")], snapshot.Of<ComputeInstance>(Login).Packages.Value);
        Assert.Equal(GapCause.Failed, snapshot.Of<ComputeInstance>(Head).Packages.Gap!.Cause);
    }

    [Fact]
    public async Task Entries_of_both_pages_are_read()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer("ssm:GetInventory", $$"""{"Entities":[{{Entity(Login, "")}},{{Entity(Other, "")}}],"NextToken":"page-2"}""")
            .Answer("ssm:GetInventory.page-2", $$"""{"Entities":[{{Entity(Head, """{"Name":"posit-workbench","Version":"1"},{"Name":"r-cran-dplyr","Version":"1"}""")}}]}""");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal([new("posit-workbench", "1")], snapshot.Of<ComputeInstance>(Head).Packages.Value);
        Assert.Empty(snapshot.Of<ComputeInstance>(Login).Packages.Value);
    }

    [Theory]
    [InlineData("""{"Version":"1"}""", "AWS:Application.Name")]
    [InlineData("""{"Name":"slurm"}""", "AWS:Application.Version")]
    public async Task Entry_without_a_field_is_a_gap_of_its_node_alone(string entry, string absent)
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer("ssm:GetInventory", $$"""{"Entities":[{{Entity(Login, entry)}},{{Entity(Head, "")}},{{Entity(Other, "")}}]}""");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Contains(absent, snapshot.Of<ComputeInstance>(Login).Packages.Gap!.Detail, StringComparison.Ordinal);
        Assert.Single(snapshot.Gaps);
    }

    private static string Entity(string id, string entries) =>
        $$"""{"Id":"{{id}}","Data":{"AWS:Application":{"TypeName":"AWS:Application","SchemaVersion":"1.1","Content":[{{entries}}]} } }""";
}
