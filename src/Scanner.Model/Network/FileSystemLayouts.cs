namespace Scanner.Model;

/// <summary>Where file systems are: their interfaces, else their subnets.</summary>
internal sealed class FileSystemLayouts(Terrain terrain, Places places)
{
    public Layout Of(FileSystem fileSystem)
    {
        if (!fileSystem.Type.IsKnown) return Layout.Unseen(fileSystem.Id, fileSystem.Type.Source);
        var isEfs = fileSystem.Type.Value is FileSystemType.Efs;
        var parts = Interfaces(fileSystem) ?? Subnets(fileSystem);
        if (!parts.IsKnown) return Layout.Unseen(fileSystem.Id, parts.Source);
        if (parts.Value.IsEmpty)
            return isEfs ? Layout.Nowhere(fileSystem.Id, "has no mount target", $"create a mount target of {fileSystem.Label}")
                : Layout.Unseen(fileSystem.Id, NetworkGap.Unsupported($"{fileSystem.Id}, which names no subnet,"));
        return isEfs ? new Layout.Nearest([.. parts.Value], fileSystem.Id) : new Layout.Each(Reached(fileSystem, parts.Value));
    }

    /// <summary>Every interface of the file system; null where these could not all be read.</summary>
    private Fact<Items<Layout.At>>? Interfaces(FileSystem fileSystem)
    {
        if (fileSystem.NetworkInterfaces is not { IsKnown: true, Value: { IsEmpty: false } named }) return null;
        var found = named.Select(terrain.Environment.Resolve);
        return found.All(f => f.IsKnown).IsTrue ? new(found.Select(f => places.At(f.Value, fileSystem.Id)), Evidence.Derived) : null;
    }

    /// <summary>Mount targets have groups of their own: with several of both, which has which was not read.</summary>
    private Fact<Items<Layout.At>> Subnets(FileSystem fileSystem) => fileSystem.Subnets.Map(subnets =>
    {
        var mixed = subnets.Count > 1 && fileSystem.SecurityGroups is { IsKnown: true, Value.Count: > 1 };
        var groups = !mixed ? fileSystem.SecurityGroups
            : new(NetworkGap.Hidden(fileSystem.Id,
                $"which interface of {fileSystem.Id} has which security group was not read (ec2:DescribeNetworkInterfaces)"));
        return subnets.Select(s => places.In(s, fileSystem.Id, groups, false));
    });

    /// <summary>Multi-AZ OpenZFS and ONTAP are used through an address that moves between their interfaces, by routes of its own.</summary>
    private static List<Layout> Reached(FileSystem fileSystem, Items<Layout.At> parts)
    {
        if (fileSystem.Type.Value is not (FileSystemType.OpenZfs or FileSystemType.Ontap)) return [.. parts];
        var moves = fileSystem.DeploymentType.Is(d => d is not null && d.StartsWith("MULTI_AZ", StringComparison.Ordinal));
        if (moves.IsUnknown) return [.. parts, Layout.Unseen(fileSystem.Id, moves.Gap)];
        if (moves.IsFalse) return [.. parts];
        return fileSystem.EndpointIps is { IsKnown: true, Value: { IsEmpty: false } ips } ? [.. parts.Select(p => Floating(fileSystem, p.Place, ips))]
            : [.. parts, Layout.Unseen(fileSystem.Id, NetworkGap.NotCollected($"the endpoint address of {fileSystem.Id}", "fsx:DescribeFileSystems"))];
    }

    private static Layout.At Floating(FileSystem fileSystem, Placement place, Items<string> ips) => new(new()
    {
        Owner = place.Owner, SubnetRef = place.SubnetRef, Subnet = place.Subnet, Groups = place.Groups, HasPublicAddress = place.HasPublicAddress,
        Ipv4 = Addresses.Exactly(false, ips), Ipv6 = Addresses.None(true),
        Floats = new(fileSystem.Id, fileSystem.RouteTables, fileSystem.NetworkInterfaces),
    });
}
