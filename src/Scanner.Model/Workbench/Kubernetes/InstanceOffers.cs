namespace Scanner.Model;

/// <summary>Which instance types a Karpenter node pool may launch, by what it requires of its nodes.</summary>
public static class InstanceOffers
{
    private const string TypeLabel = "node.kubernetes.io/instance-type", Prefix = "karpenter.k8s.aws/instance-";

    /// <summary>Labels that none of the types listed here has: they have neither GPUs nor disks of their own.</summary>
    private static readonly string[] s_absent = ["gpu-", "accelerator-", "local-nvme"];

    /// <summary>The common types that it may launch, and those that it names; a gap where it requires what a type's name does not tell.</summary>
    public static Fact<Items<InstanceOffer>> Offers(this NodeGroup pool) => pool.OwnRequirements().Then(required =>
        required.FirstOrDefault(IsOpen) is { } open ? new Fact<Items<InstanceOffer>>(Untold(pool, open)) : new(Allowed(required), Evidence.Derived));

    /// <summary>Whether those are all: it names types whose size is known, or families or categories of which nothing but variants is missing here.</summary>
    public static Truth OffersNothingElse(this NodeGroup pool) => pool.OwnRequirements().Is(required =>
        required.Any(r => r.Operator == "In" && r.Key switch
        {
            TypeLabel => r.Values.AsEnumerable().All(type => InstanceShape.Of(type) is not null),
            Prefix + "family" => r.Values.AsEnumerable().All(InstanceTypes.IsListed),
            Prefix + "category" => r.Values.AsEnumerable().All(category => category is "c" or "m" or "r" or "t"),
            _ => false,
        }) ? Truth.Of(true, Evidence.Derived) : Truth.Unknown(Unlisted(pool)));

    /// <summary>Whether it may launch some type of a family.</summary>
    public static Truth MayLaunch(this NodeGroup pool, string family) => pool.OwnRequirements().Is(required =>
        !InstanceTypes.All.Concat(Named(required)).Any(type => type.StartsWith(family + ".", StringComparison.Ordinal) && Satisfies(type, required)) ? Truth.Of(false, Evidence.Derived)
        : required.FirstOrDefault(IsOpen) is { } open ? Truth.Unknown(Untold(pool, open)) : Truth.Of(true, Evidence.Derived));

    /// <summary>Whether it says anything of which types, families or sizes it launches.</summary>
    public static Truth ChoosesInstances(this NodeGroup pool) => pool.OwnRequirements().Is(required =>
        Truth.Of(required.Any(r => r.Key == TypeLabel || (r.Key.StartsWith(Prefix, StringComparison.Ordinal) && !r.Key.EndsWith("-hypervisor", StringComparison.Ordinal))), Evidence.Derived));

    /// <summary>What it requires, with the labels of EKS Auto Mode and of old versions as Karpenter's own.</summary>
    private static Fact<List<LabelRequirement>> OwnRequirements(this NodeGroup pool) => pool.Requirements.Map(all => all.AsEnumerable().Select(r => r with
    {
        Key = r.Key == "beta.kubernetes.io/instance-type" ? TypeLabel : r.Key.Replace("eks.amazonaws.com/instance-", Prefix, StringComparison.Ordinal),
    }).ToList());

    private static Items<InstanceOffer> Allowed(List<LabelRequirement> required) => InstanceTypes.All.Concat(Named(required)).Distinct().Where(type => Satisfies(type, required))
        .Select(type => (Type: type, Shape: InstanceShape.Of(type))).Where(t => t.Shape is not null).Select(t => new InstanceOffer(t.Type, t.Shape!)).OrderBy(t => t.Type, StringComparer.Ordinal).ToItems();

    private static IEnumerable<string> Named(List<LabelRequirement> required) => required.Where(r => r is { Key: TypeLabel, Operator: "In" }).SelectMany(r => r.Values.AsEnumerable());

    private static bool Satisfies(string type, List<LabelRequirement> required)
    {
        var labels = InstanceTypes.Labels(type);
        return required.TrueForAll(r => !(labels.Has(r.Key) || IsAbsent(r.Key)) || r.Holds(labels));
    }

    private static bool IsAbsent(string key) => Array.Exists(s_absent, part => key.StartsWith(Prefix + part, StringComparison.Ordinal));

    /// <summary>Whether it asks for a property of instances that their names do not tell, such as bandwidth.</summary>
    private static bool IsOpen(LabelRequirement required) =>
        required.Key.StartsWith(Prefix, StringComparison.Ordinal) && !IsAbsent(required.Key) && !InstanceTypes.Labels("m7i.large").Has(required.Key);

    private static Gap Untold(NodeGroup pool, LabelRequirement open) => new(pool.Scope, nameof(NodeGroup), open.Key, GapCause.Unsupported,
        OneLine.Of($"node pool {pool.Label} requires {open}, which the names of instance types do not tell"), new(RemedyKind.Attestation, $"the instance types of {pool.Label}"));

    private static Gap Unlisted(NodeGroup pool) => new(pool.Scope, nameof(NodeGroup), "requirements", GapCause.Unsupported,
        OneLine.Of($"node pool {pool.Label} may launch types whose size is not known here"), new(RemedyKind.Flag, $"name the instance types or families of {pool.Label}"));
}
