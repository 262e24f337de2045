using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>Whether one property of one resource is as one observation declares it.</summary>
/// <param name="Pair">Which property.</param>
/// <param name="Declared">Who declares it.</param>
/// <param name="Seen">What was seen of the resource.</param>
internal sealed record Question(DeclaredPair Pair, Observation Declared, IReadOnlyList<Observation> Seen)
{
    private const string NotMadeYet = "declared://";

    public ResourceName Name => new(Declared.Kind, Seen[0].Evidence.Scope, Seen[0].Key);

    public Gap NotAsked => NotAskedOf(Name, Pair.Property);

    public static Gap NotAskedOf(ResourceName name, string property) => new(name.Scope, name.Kind, property, GapCause.NotAsked, $"the scan does not say {property} of {name.Kind} {OneLine.Of(name.Key)}",
        new(RemedyKind.Flag, "take a snapshot with scanner snapshot, which asks for everything"));

    /// <summary>Which live thing is meant by one that only the file names, nobody can tell.</summary>
    public Gap NotMade => new(Name.Scope, Name.Kind, Pair.Property, GapCause.Undecidable, $"it leads to something that is declared at {Declared.Evidence.Locator ?? Declared.Evidence.Action}, and which live one that is cannot be told",
        new(RemedyKind.Flag, "declare it by its id, or hand over a plan or state that has been applied"));

    public static bool IsNotMade(JsonElement value) => value.GetRawText().Contains(NotMadeYet, StringComparison.Ordinal);

    public Gap NotKept(string path) => new(Name.Scope, Name.Kind, Pair.Property, GapCause.Hidden, OneLine.Of($"{path} is not kept, because it might be secret, or its file could not be read"),
        new(RemedyKind.Attestation, "settings that are not kept, because they might be secret"));

    public Conflict Conflict(string path, IReadOnlyList<JsonElement> declared, SeenValues live, SourceLocation? place, string? release) =>
        new(Name, Seen[0].Id, path, new(declared, Declared.Evidence), live, Declared.Evidence.Plane is Plane.Declared ? place : null, Owners.Of(Seen) ?? release);
}
