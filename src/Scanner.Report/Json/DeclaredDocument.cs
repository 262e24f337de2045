using System.Text.Json;
using Scanner.Model;

namespace Scanner.Report.Json;

/// <summary>What is declared and what is there, where they differ.</summary>
internal sealed record DeclaredDocument(int Same, IReadOnlyList<ConflictDocument> Conflicts, IReadOnlyList<OpenDocument> Undecided, IReadOnlyList<IgnoredDocument> Ignored);

/// <summary>A conflict; <c>live</c> is null where the resource is not there, <c>place</c> where no file of the user's declares it.</summary>
internal sealed record ConflictDocument(string Kind, string Scope, string Key, string Id, string Path, SaidDocument Declared, SaidDocument? Live, PlaceDocument? Place, string? Owner, string Fingerprint);

/// <summary>Values, and who said so; no values where nothing is there. What a file says, it says at no time.</summary>
internal sealed record SaidDocument(IReadOnlyList<JsonElement> Values, Plane Plane, string Action, DateTimeOffset? At, string? Locator);

/// <summary>What the file leaves open, or the scan did not see.</summary>
internal sealed record OpenDocument(string Kind, string Scope, string Key, string? Property, GapDocument? Declared, GapDocument? Live);

/// <summary>What a rule about expected drift kept out.</summary>
internal sealed record IgnoredDocument(string? Kind, string? Key, string? Path, string Reason, string? Place, int Conflicts, int Undecided);

/// <summary>What <c>scanner drift SNAPSHOT FILE…</c> writes.</summary>
internal sealed record DeclaredDriftDocument(string Schema, ComparedDocument Current, IReadOnlyList<DeclaringDocument> Files, DeclaredDocument Declared);

internal sealed record ComparedDocument(string File, DateTimeOffset At, string Schema, int Resources);

internal sealed record DeclaringDocument(string Name, string Format);
