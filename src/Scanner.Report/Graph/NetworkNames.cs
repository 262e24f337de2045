using Scanner.Model;

namespace Scanner.Report.Graph;

/// <summary>How a picture calls VPCs and subnets.</summary>
internal sealed class NetworkNames(Model.Environment environment)
{
    /// <summary>A box in its VPC and, where it is in only one, its subnet; in several, a line tells which.</summary>
    public Box Placed(Box box, Fact<Ref<Vpc>?> vpc, Fact<Items<Ref<Subnet>>> subnets)
    {
        var ids = subnets.IsKnown ? subnets.Value.Select(s => s.Id).AsEnumerable().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() : [];
        var line = !subnets.IsKnown ? $"subnets {Tables.CellText.Of(subnets.Gap!)}" : ids.Count > 1 ? $"in {ids.Count} subnets: {Text.Words.Some([.. ids.Select(Short)], 3)}" : null;
        return box with
        {
            Vpc = (vpc.IsKnown ? vpc.Value?.Id : null) ?? VpcOf(ids),
            Subnet = ids is [var only] ? only : null,
            Lines = line is null ? box.Lines : [.. box.Lines, line],
        };
    }

    /// <summary>The boundaries that the boxes stand in: VPCs, and within them subnets.</summary>
    public IReadOnlyList<Frame> FramesOf(IReadOnlyList<Box> boxes) =>
    [
        .. boxes.Select(b => b.Vpc).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new Frame(id, VpcTitle(id), null)),
        .. boxes.Where(b => b.Vpc is not null && b.Subnet is not null).Select(b => (Vpc: b.Vpc!, Subnet: b.Subnet!)).Distinct().OrderBy(s => s.Subnet, StringComparer.Ordinal).Select(s => new Frame(s.Subnet, SubnetTitle(s.Subnet), s.Vpc)),
    ];

    private string? VpcOf(IEnumerable<string> subnets) =>
        subnets.Select(Find).OfType<Subnet>().Select(s => s.Vpc).Where(v => v.IsKnown).Select(v => v.Value.Id).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    private Subnet? Find(string id) => environment.Resolve(new Ref<Subnet>(id)) is { IsKnown: true, Value: { } found } ? found : null;

    private string Short(string id) => Find(id) is not { } subnet ? id : subnet.Label == id && subnet.AvailabilityZone.IsKnown ? $"{id} ({subnet.AvailabilityZone.Value})" : subnet.Label;

    private string VpcTitle(string id) => environment.Resolve(new Ref<Vpc>(id)) is { IsKnown: true, Value: { } vpc }
        ? $"VPC {(vpc.Label == id ? id : $"{vpc.Label} ({id})")} {(vpc.Cidrs.IsKnown ? string.Join(", ", vpc.Cidrs.Value.AsEnumerable()) : "")}".TrimEnd() : $"VPC {id}";

    private string SubnetTitle(string id)
    {
        if (Find(id) is not { } subnet) return $"subnet {id} (not seen)";
        var open = environment.Network.IsPublic(subnet);
        var kind = open.IsTrue ? "public" : open.IsFalse ? "private" : "public or private?";
        return $"{kind} {subnet.Label}{(subnet.Cidr is { IsKnown: true, Value: { } cidr } ? $" {cidr}" : "")}{(subnet.AvailabilityZone.IsKnown ? $" {subnet.AvailabilityZone.Value}" : "")}";
    }
}
