namespace Scanner.Model;

/// <summary>A managed prefix list that a security group or a route names (ec2:DescribeManagedPrefixLists, GetManagedPrefixListEntries).</summary>
public sealed class PrefixList : Resource
{
    internal PrefixList() { }

    public Fact<Items<Cidr>> Entries { get; internal init; }

    /// <summary>One of Amazon's own, such as S3's.</summary>
    public Truth IsAwsManaged { get; internal init; }
}
