using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a configuration needs that stands for itself, with no account beside it.</summary>
/// <param name="Unseen">Why what only the account shows is not known; it does not hide what the account says.</param>
/// <param name="Undecided">Why what follows from the file, and cannot be told by it, is not known: what is live may be of an earlier file.</param>
/// <param name="StorageId">The id of storage that the cluster makes, by its name in the configuration.</param>
internal sealed record FileAlone(Gap Unseen, Gap Undecided, Func<string, string> StorageId);
