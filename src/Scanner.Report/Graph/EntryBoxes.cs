using Scanner.Model;

namespace Scanner.Report.Graph;

/// <summary>Users, and the load balancers that they come in through.</summary>
internal sealed class EntryBoxes(Model.Environment environment, NetworkNames names, bool runsWorkbench)
{
    public const string Users = "users";

    public List<string> Notes { get; } = [];

    /// <summary>The hops behind each load balancer's box.</summary>
    public Dictionary<string, IReadOnlyList<EntryHop>> Hops { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Box> Make()
    {
        var hops = environment.EntryHops;
        var boxes = new List<Box> { new(Users, BoxColumn.Users, "", "Users", []) };
        foreach (var balancer in hops.Members.GroupBy(m => m.Item.LoadBalancer.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            boxes.Add(Of([.. balancer.OrderBy(m => m.Item.Key, StringComparer.Ordinal)]));
        if (hops.Unlisted is { } gap) boxes.Add(Missing.Box("entry", BoxColumn.Entry, "load balancer", hops.Members.Count == 0 ? "a way in for users" : "more ways in", gap));
        else if (hops.Members.Count == 0 && runsWorkbench) Notes.Add("No load balancer leads to Workbench.");
        return boxes;
    }

    private Box Of(IReadOnlyList<Member<EntryHop>> members)
    {
        var balancer = members[0].Item.LoadBalancer;
        var id = $"lb{Hops.Count + 1}";
        Hops.Add(id, [.. members.Select(m => m.Item)]);
        var box = new Box(id, BoxColumn.Entry, $"{Shown.Of(balancer.Type).ToLowerInvariant()} load balancer", balancer.Label,
            [Shown.Of(balancer.Scheme), .. members.Select(m => $"target group {m.Item.TargetGroup.Label}").Distinct(StringComparer.Ordinal), Sticky([.. members.Select(m => m.Item)])])
        {
            Members = [balancer, .. members.Select(m => m.Item), .. members.Select(m => m.Item.TargetGroup)],
            Endpoints = [balancer],
            Doubt = members.Select(m => m.Doubt).All(d => d is not null) ? Tables.CellText.Of(members[0].Doubt!) : null,
        };
        return names.Placed(box, balancer.Vpc.Map(v => (Ref<Vpc>?)v), balancer.Subnets);
    }

    private static string Sticky(IReadOnlyList<EntryHop> hops)
    {
        var all = hops.Select(h => h.IsSticky).Aggregate((a, b) => a & b);
        return all.IsTrue ? "sticky sessions" : all.IsFalse ? "not sticky" : "sticky sessions?";
    }
}
