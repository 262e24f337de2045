using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a configuration needs that stands for itself, with no account beside it.</summary>
/// <param name="Unseen">Why what only the account shows is not known; it does not hide what the account says.</param>
/// <param name="StorageId">The id of storage that the cluster makes, by its name in the configuration.</param>
internal sealed record FileAlone(Gap Unseen, Func<string, string> StorageId);
