using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What only the account shows: left to it where it is asked, else a gap.</summary>
internal static class Elsewheres
{
    public static Fact<T> Elsewhere<T>(this FileAlone? alone) => alone is null ? default : new(alone.Unseen);
}
