using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>Goes through what is declared, and keeps what is otherwise and what cannot be told.</summary>
internal sealed class ConflictFinder
{
    private readonly DeclaredPlaces _places;
    private readonly Absence _absence;
    private readonly ReferenceNames _references;

    public ConflictFinder(Snapshot snapshot)
    {
        _places = new(snapshot.Header);
        _absence = new(snapshot);
        var keys = snapshot.Observations.GroupBy(o => (o.Kind, o.Id)).ToDictionary(r => r.Key, r => r.First().Key);
        _references = new((kind, id) => keys.GetValueOrDefault((kind, id)));
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

    private void Compare(DeclaredPair pair, List<Observation> files, List<Observation> seen)
    {
        var saying = files.Where(f => _places.Says(f, pair.SaidAs) && f.Properties.Any(p => p.Name == pair.Property)).ToList();
        var actual = Merging.Choose(Merging.Planes(seen), pair.Property);
        foreach (var file in saying) Compare(new(pair, file, seen), file.Properties.First(p => p.Name == pair.Property), actual);
        // what the provider keeps of a declaration that no file has
        if (saying.Count > 0 || actual.From is not { Evidence.Plane: not Plane.LiveDeclared }) return;
        foreach (var kept in seen.Where(o => o.Evidence.Plane is Plane.LiveDeclared).Take(1))
            if (kept.Properties.FirstOrDefault(p => p.Name == pair.Property) is { Name: not null, Gap: null } said) Compare(new(pair, kept, seen), said, actual);
    }

    private void Compare(Question about, Property said, (Observation? From, Property Said) actual)
    {
        if (said.Gap is not null || actual.From is null) Undecided.Add(new(about.Name, about.Pair.Property, said.Gap, actual.From is null ? actual.Said.Gap ?? about.NotAsked : null));
        else if (about.Pair.Fit is Fit.Settings) Settings(about, said.Value, actual.Said.Value, actual.From.Evidence);
        else Values(about, Named(about, said.Value), Named(about, actual.Said.Value), actual.From.Evidence);
    }

    private void Values(Question about, JsonElement declared, JsonElement live, Evidence evidence)
    {
        var before = Conflicts.Count + Undecided.Count;
        foreach (var difference in DeclaredComparison.Compare(about.Pair, declared, live))
            if (difference.Old.Any(Question.IsNotMade)) Undecided.Add(new(about.Name, about.Pair.Property, about.NotMade, null));
            else
                Conflicts.Add(about.Conflict(PathStep.Text(difference.Path), difference.Old, new(difference.New, evidence),
                    about.Pair.SaidAs == about.Pair.Property ? _places.Of(about.Declared, difference.Path) : _places.OfSetting(about.Declared, about.Pair.SaidAs)));
        if (Conflicts.Count + Undecided.Count == before) Same++;
    }

    private void Settings(Question about, JsonElement declared, JsonElement live, Evidence evidence)
    {
        var before = Conflicts.Count + Undecided.Count;
        foreach (var difference in SettingsComparison.Compare(declared, live, file => _places.Says(about.Declared, file)))
            if (difference.IsOpen) Undecided.Add(new(about.Name, difference.Path, about.NotKept(difference.Path), null));
            else Conflicts.Add(about.Conflict(difference.Path, One(difference.Declared), new(One(difference.Live), evidence), _places.OfSetting(about.Declared, difference.Path)));
        if (Conflicts.Count + Undecided.Count == before) Same++;
    }

    private void Absent(List<Observation> files)
    {
        if (files.Count == 0 || !DeclaredPairs.ByKind.Contains(files[0].Kind)) return;
        var name = new ResourceName(files[0].Kind, files[0].Evidence.Scope, files[0].Key);
        if (_absence.Doubt(files[0]) is { } gap) Undecided.Add(new(name, null, null, gap));
        else Conflicts.Add(new(name, files[0].Id, "", new([JsonSerializer.SerializeToElement(1)], files[0].Evidence), null, _places.Of(files[0], []), null));
    }

    private JsonElement Named(Question about, JsonElement value) => _references.Named(about.Name.Kind, about.Pair.Property, value).Value;

    private static IReadOnlyList<JsonElement> One(JsonElement? value) => value is { } one ? [one] : [];
}
