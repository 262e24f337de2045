using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>Compares what two scans saw under one key, and keeps what differs and what cannot be told.</summary>
internal sealed class ResourceComparison(Listings baseline, Listings current, ReferenceNames references)
{
    public List<Change> Changes { get; } = [];

    public List<Undecided> Undecided { get; } = [];

    /// <summary>How many were the same in all that both saw.</summary>
    public int Same { get; private set; }

    public void Compare(Pair pair)
    {
        var before = Changes.Count + Undecided.Count;
        pair.Sort();
        if (pair.Old.Count == 0) Came(pair);
        else if (pair.New.Count == 0) Went(pair);
        else if (!pair.IsSame) Differs(pair);
        if (Changes.Count + Undecided.Count == before) Same++;
    }

    /// <summary>Of a kind that was not listed completely, there may be some that neither scan saw, or only one of them kept.</summary>
    public void Unlisted(string kind, string scope)
    {
        var (old, now) = (baseline.Unlisted(kind, scope), current.Unlisted(kind, scope));
        if (old is not null || now is not null) Undecided.Add(new(new(kind, scope, ResourceName.Any), null, old, now));
    }

    private void Came(Pair pair)
    {
        var (was, became) = (baseline.Unlisted(pair.Name.Kind, pair.Scopes), Ungrouped(current, pair));
        if (was is not null || became is not null) Undecided.Add(new(pair.Name, null, was, became));
        else if (baseline.LeftOut(pair.Name.Kind, pair.Scopes) is { } leftOut) Undecided.Add(new(pair.Name, Change.Count, leftOut, null));
        else Changes.Add(new(ChangeKind.Added, pair.Name, [], null, Presence(pair.New)));
    }

    private void Went(Pair pair)
    {
        var (was, became) = (Ungrouped(baseline, pair), current.Unlisted(pair.Name.Kind, pair.Scopes));
        if (was is not null || became is not null) Undecided.Add(new(pair.Name, null, was, became));
        else if (current.LeftOut(pair.Name.Kind, pair.Scopes) is { } leftOut) Undecided.Add(new(pair.Name, Change.Count, null, leftOut));
        else Changes.Add(new(ChangeKind.Removed, pair.Name, [], Presence(pair.Old), null));
    }

    /// <summary>Of an instance of which only details were seen, the group may be unknown: it comes with the list.</summary>
    private static Gap? Ungrouped(Listings own, Pair pair) => pair.Name.Kind == nameof(ComputeInstance) ? own.Unlisted(pair.Name.Kind, pair.Scopes) : null;

    private void Differs(Pair pair)
    {
        if (!pair.HasSameIds)
        {
            // of several under one key, one that was not listed may be the one that makes no difference
            var (was, became) = (Missing(baseline, pair), Missing(current, pair));
            if (was is not null || became is not null)
            {
                Undecided.Add(new(pair.Name, null, was, became));
                return;
            }
            if (pair.Old.Count != pair.New.Count) Changed(pair, [new(Change.Count, null)], Presence(pair.Old), Presence(pair.New));
        }
        Keys(pair);
        foreach (var property in pair.Old.Concat(pair.New).SelectMany(r => r.Properties.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList())
            Property(pair, property);
    }

    private static Gap? Missing(Listings listings, Pair pair) => listings.Unlisted(pair.Name.Kind, pair.Scopes) ?? listings.LeftOut(pair.Name.Kind, pair.Scopes);

    /// <summary>A resource that has another key now, such as an instance that left its group; an id in a key's place says nothing.</summary>
    private void Keys(Pair pair)
    {
        foreach (var old in pair.Old)
            if (pair.New.Find(n => n.Id == old.Id) is { } now && old.Key != now.Key && old.Key != old.Id && now.Key != now.Id)
                Changed(pair, [new(Change.Key, null)], new([JsonSerializer.SerializeToElement(old.Key)], old.Evidence), new([JsonSerializer.SerializeToElement(now.Key)], now.Evidence));
    }

    private void Property(Pair pair, string property)
    {
        var (old, now) = (PropertySide.Of(pair.Old, property), PropertySide.Of(pair.New, property));
        if (old.Gap is null && now.Gap is null && !old.Sources.SetEquals(now.Sources)) now = now with { Gap = OtherSource(pair.Name, property, old, now) };
        if (old.Gap is null && now.Gap is null && old.IsSameText(now)) return;
        (old, now) = (old.Named(references, baseline, pair.Name), now.Named(references, current, pair.Name));
        if (old.Gap is not null || now.Gap is not null) Undecided.Add(new(pair.Name, property, old.Gap, now.Gap));
        else
            foreach (var difference in ValueComparison.Compare(property, old.Values, now.Values))
                Changed(pair, difference.Path, new(difference.Old, old.Evidence!), new(difference.New, now.Evidence!));
    }

    private void Changed(Pair pair, IReadOnlyList<PathStep> path, SeenValues old, SeenValues now) => Changes.Add(new(ChangeKind.Changed, pair.Name, path, old, now));

    private static SeenValues Presence(List<SeenResource> resources) => new([JsonSerializer.SerializeToElement(resources.Count)], resources[0].Evidence);

    private static Gap OtherSource(ResourceName name, string property, PropertySide old, PropertySide now) => new(name.Scope, name.Kind, property, GapCause.NotAsked,
        $"the baseline has it from {old.SourceText}, and this scan from {now.SourceText}", new(RemedyKind.Flag, "scan with the same version and the same targets"));
}
