using Scanner.Model;

namespace Scanner.Report.Json;

/// <summary>What a change would flip.</summary>
internal sealed record DiffDocument(string Schema, IReadOnlyList<FlipDocument> Flips);

/// <summary>A verdict before and after; null where there is no such subject on that side.</summary>
internal sealed record FlipDocument(string Rule, string Title, SubjectDocument Subject, bool OutOfSight, SideDocument? Before, SideDocument? After);

internal sealed record SideDocument(Verdict Verdict, Severity Severity, bool Waived, MessageDocument? Message, GapDocument? Gap, string? Fix, PlaceDocument? Location);
