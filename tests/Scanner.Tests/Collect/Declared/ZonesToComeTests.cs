using Scanner.Model;

namespace Scanner.Tests.Collect.Declared;

/// <summary>The zones of a database that a change moves.</summary>
public sealed class ZonesToComeTests
{
    [Theory]
    [InlineData("subnet-b", true, true)]
    [InlineData("subnet-c", true, false)]
    [InlineData("subnet-b", false, false)]
    [InlineData(null, true, false)]
    public void Database_in_other_subnets_or_with_another_standby_is_in_zones_that_nobody_knows(string? second, bool isMultiAz, bool isKnown)
    {
        var live = new Database { Id = "live", Key = "db", IsMultiAz = Truth.Of(true, Evidence.Derived), Subnets = Of("subnet-b"), AvailabilityZones = (Items<string>)["a", "b"] };
        var change = new Database { Id = "declared", Key = "db", IsMultiAz = Truth.Of(isMultiAz, Evidence.Derived), Subnets = Of(second) };

        Assert.Equal(isKnown, Laid.Over(Laid.Seen(live), change).Find<Database>("live")!.AvailabilityZones.IsKnown);
    }

    private static Fact<Items<Ref<Subnet>>> Of(string? second) => second is null
        ? new Fact<Items<Ref<Subnet>>>(new Gap("", nameof(Database), "Terraform", GapCause.NotAsked, "a group of another file", new(RemedyKind.Flag, "apply"))) : new Items<Ref<Subnet>>([new("subnet-a"), new(second)]);
}
