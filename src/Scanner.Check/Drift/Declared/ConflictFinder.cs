using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>Goes through what is declared, and keeps what is otherwise and what cannot be told.</summary>
internal sealed class ConflictFinder
{
    private const string HelmValues = "Helm values";

    private readonly DeclaredPlaces _places;
    private readonly Listings _listings;
    private readonly Absence _absence;
    private readonly ReferenceNames _references;
    private readonly string? _release;

    public ConflictFinder(Snapshot snapshot)
    {
        _places = new(snapshot.Header);
        _listings = new(snapshot, snapshot);
        _absence = new(snapshot, _listings);
        _release = Release(snapshot);
        var keys = snapshot.Observations.GroupBy(o => (o.Kind, o.Id)).ToDictionary(r => r.Key, r => r.First().Key);
        _references = new((kind, id) => keys.GetValueOrDefault((kind, id)) ?? Unseen(kind, id));
    }

    public List<Conflict> Conflicts { get; } = [];

    public List<Undecided> Undecided { get; } = [];

    /// <summary>How many properties are as declared.</summary>
    public int Same { get; private set; }

    /// <param name="observations">Everything that was said of one resource, sorted.</param>
    public void Compare(IReadOnlyList<Observation> observations)
    {
        var (files, seen) = (observations.Where(o => o.Evidence.Plane is Plane.Declared).ToList(), observations.Where(DeclaredDriftFinder.IsSeen).ToList());
        if (seen.Count == 0) Absent(files);
        else
            foreach (var pair in DeclaredPairs.ByKind[observations[0].Kind]) Compare(pair, files, seen);
    }

    /// <summary>Configuration files that are handed over are of no host; each host that runs Workbench should have them.</summary>
    public void Compare(Question host)
    {
        var (said, there) = (host.Declared.Properties.FirstOrDefault(p => p.Name == host.Pair.Property), host.Seen[0].Properties.FirstOrDefault(p => p.Name == host.Pair.Property));
        if (said is not { Name: not null, Gap: null }) return;
        if (there is { Name: not null, Gap: null } && HostFiles.HasAll(host.Seen[0], said.Value, there.Value)) Settings(host, said.Value, there.Value, host.Seen[0].Evidence);
        else Undecided.Add(new(host.Name, host.Pair.Property, null, there.Gap ?? HostFiles.NotShown(host)));
    }

    /// <summary>What a declared object asks of something that a controller makes for it.</summary>
    public void Compare(AskedAttribute asked)
    {
        var (from, actual) = Merging.Choose(Merging.Planes(asked.Seen), asked.Property);
        if (from is null || actual.Gap is not null) Undecided.Add(new(asked.Name, asked.Property, null, actual.Gap ?? Question.NotAskedOf(asked.Name, asked.Property)));
        else if (Canonical.Of(actual.Value) == Canonical.Of(asked.Value)) Same++;
        else Conflicts.Add(new(asked.Name, asked.Seen[0].Id, asked.Property, new([asked.Value], asked.Said.Evidence), new([actual.Value], from.Evidence), _places.Of(asked.Said, asked.Place), Owners.Of(asked.Seen)));
    }

    private void Compare(DeclaredPair pair, List<Observation> files, List<Observation> seen)
    {
        var saying = files.Where(f => _places.Says(f, pair.SaidAs) && f.Properties.Any(p => p.Name == pair.Property)).ToList();
        var actual = Actual(pair, seen);
        foreach (var file in saying) Compare(new(pair, file, seen), file.Properties.First(p => p.Name == pair.Property), actual);
        // what the provider keeps of a declaration that no file has
        if (saying.Count > 0 || actual.From is not { Evidence.Plane: not Plane.LiveDeclared }) return;
        foreach (var kept in seen.Where(o => o.Evidence.Plane is Plane.LiveDeclared).Take(1))
            if (kept.Properties.FirstOrDefault(p => p.Name == pair.Property) is { Name: not null, Gap: null } said) Compare(new(pair, kept, seen), said, actual);
    }

    /// <summary>What is there. Where the list was refused that might show something else, what the provider keeps of the declaration is no proof of it.</summary>
    private (Observation? From, Property Said) Actual(DeclaredPair pair, List<Observation> seen)
    {
        var actual = Merging.Choose(Merging.Planes(seen), pair.Property);
        return actual.From is { Evidence: { Plane: Plane.LiveDeclared, Scope: var scope } } && _listings.Unlisted(pair.Kind, scope) is { MakesIncomplete: true } gap
            ? (null, new(pair.Property, default, gap)) : actual;
    }

    private void Compare(Question about, Property said, (Observation? From, Property Said) actual)
    {
        // the file does not say it
        if (said.Gap is { Cause: GapCause.Hidden }) return;
        if (said.Gap is not null || actual.From is null) Undecided.Add(new(about.Name, about.Pair.Property, said.Gap, actual.From is null ? actual.Said.Gap ?? about.NotAsked : null));
        else if (about.Pair.Fit is Fit.Settings) Settings(about, said.Value, actual.Said.Value, actual.From.Evidence);
        else Values(about, Named(about, said.Value), Named(about, actual.Said.Value), actual.From.Evidence);
    }

    private void Values(Question about, JsonElement declared, JsonElement live, Evidence evidence)
    {
        var before = Conflicts.Count + Undecided.Count;
        foreach (var difference in DeclaredComparison.Compare(about.Pair, declared, live).Where(d => IsSaid(about, d.Path)))
            if (difference.Old.Any(Question.IsNotMade)) Undecided.Add(new(about.Name, about.Pair.Property, about.NotMade, null));
            else
                Conflicts.Add(about.Conflict(PathStep.Text(difference.Path), difference.Old, new(difference.New, evidence),
                    about.Pair.SaidAs == about.Pair.Property ? _places.Of(about.Declared, difference.Path) : _places.OfSetting(about.Declared, about.Pair.SaidAs), ReleaseOf(about)));
        if (Conflicts.Count + Undecided.Count == before) Same++;
    }

    private void Settings(Question about, JsonElement declared, JsonElement live, Evidence evidence)
    {
        var before = Conflicts.Count + Undecided.Count;
        foreach (var difference in SettingsComparison.Compare(declared, live, file => _places.Says(about.Declared, file), key => _places.SaysSetting(about.Declared, key)))
            if (difference.IsOpen) Undecided.Add(new(about.Name, difference.Path, about.NotKept(difference.Path), null));
            else Conflicts.Add(about.Conflict(difference.Path, One(difference.Declared), new(One(difference.Live), evidence), _places.OfSetting(about.Declared, difference.Path), ReleaseOf(about)));
        if (Conflicts.Count + Undecided.Count == before) Same++;
    }

    private void Absent(List<Observation> files)
    {
        if (files.Count == 0 || files[0].Kind == nameof(WorkbenchServer) || !DeclaredPairs.ByKind.Contains(files[0].Kind)) return;
        // a scan keeps no config map without configuration of Workbench
        if (files[0].Kind == nameof(ConfigMap) && !files.Exists(f => _places.Says(f, "files"))) return;
        var name = new ResourceName(files[0].Kind, files[0].Evidence.Scope, files[0].Key);
        if (_absence.Doubt(files[0]) is { } gap) Undecided.Add(new(name, null, null, gap));
        else Conflicts.Add(new(name, files[0].Id, "", new([JsonSerializer.SerializeToElement(1)], files[0].Evidence), null, _places.Of(files[0], []), null));
    }

    /// <summary>What the provider keeps is declared as a whole; so is what files say by another name.</summary>
    private bool IsSaid(Question about, IReadOnlyList<PathStep> path) =>
        about.Declared.Evidence.Plane is not Plane.Declared || about.Pair.SaidAs != about.Pair.Property || _places.Says(about.Declared, path);

    /// <summary>Of what Helm makes, not every kind keeps its annotations.</summary>
    private string? ReleaseOf(Question about) => about.Declared.Evidence.Action == HelmValues ? _release : null;

    /// <summary>The release that the values are for, as its Deployment says.</summary>
    private static string? Release(Snapshot snapshot)
    {
        var declared = snapshot.Observations.Where(o => o is { Kind: nameof(Workload), Evidence: { Plane: Plane.Declared, Action: HelmValues } }).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return snapshot.Observations.Where(o => declared.Contains(o.Id) && DeclaredDriftFinder.IsSeen(o)).Select(o => Owners.Of([o])).FirstOrDefault(o => o is not null);
    }

    private JsonElement Named(Question about, JsonElement value) => _references.Named(about.Name.Kind, about.Pair.Property, value).Value;

    /// <summary>What an object of a cluster would be called that is not there.</summary>
    private static string? Unseen(string kind, string id) =>
        id.StartsWith("k8s://", StringComparison.Ordinal) && id.IndexOf($"/{kind}/", StringComparison.Ordinal) is > 0 and var start ? id[(start + 1)..] : null;

    private static IReadOnlyList<JsonElement> One(JsonElement? value) => value is { } one ? [one] : [];
}
