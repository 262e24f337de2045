using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Where something is by the subnets that it is in, as far as those are declared too.</summary>
internal static class Placing
{
    /// <exception cref="UnsaidException">The subnet is not declared in these files, or its VPC is not known.</exception>
    public static Ref<Vpc> VpcOf(Observer observer, Ref<Subnet> subnet)
    {
        var reading = Find(observer, subnet);
        return reading.Need<Vpc>(reading.Resource.Values, "vpc_id");
    }

    /// <summary>The VPC of several subnets, which all are in one.</summary>
    public static Ref<Vpc> VpcOf(Observer observer, IEnumerable<Ref<Subnet>> subnets) =>
        subnets.Select(s => VpcOf(observer, s)).Distinct().ToList() is [var one] ? one : throw UnsaidException.NeverSaid("its subnets do not tell its VPC");

    /// <exception cref="UnsaidException">A subnet is not declared in these files, or its zone is not known.</exception>
    public static IEnumerable<string> ZonesOf(Observer observer, IEnumerable<Ref<Subnet>> subnets) =>
        subnets.Select(s => Find(observer, s).Resource.Values.Need("availability_zone")).Distinct().Order(StringComparer.Ordinal).ToList();

    private static Reading Find(Observer observer, Ref<Subnet> subnet) =>
        observer.Find<Subnet>("aws_subnet", subnet.Id)
            ?? throw UnsaidException.NeverSaid($"subnet {OneLine.Of(subnet.Id)} is not declared in these files");
}
