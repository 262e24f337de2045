namespace Scanner.Model;

/// <summary>One term by which a Karpenter node class finds subnets, security groups or images: all that it says must hold, and any term is enough.</summary>
/// <param name="Fields">What it asks for besides tags: <c>id</c>, <c>name</c>, <c>alias</c>, <c>owner</c> …</param>
/// <param name="Tags">The tags it asks for; the value <c>*</c> stands for any.</param>
public sealed record SelectorTerm(StringMap Fields, StringMap Tags)
{
    public override string ToString() => string.Join(" and ", Fields.Entries.Select(f => $"{f.Key} {f.Value}").Concat(Tags.Entries.Select(t => $"tag {t.Key}={t.Value}")));
}
