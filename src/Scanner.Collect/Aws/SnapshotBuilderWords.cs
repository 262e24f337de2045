using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Aws;

/// <summary>How collectors state what they have listed.</summary>
internal static class SnapshotBuilderWords
{
    public static void Cover<TKind>(this SnapshotBuilder sink, Evidence listing, Gap? gap) where TKind : Resource =>
        sink.Cover<TKind>(listing.Scope, listing.Action, gap);
}
