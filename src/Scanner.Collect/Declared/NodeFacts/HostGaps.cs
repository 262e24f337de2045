using Scanner.Model;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>Turns what a host said into facts, and what it did not say into gaps that ask for its node facts.</summary>
internal sealed class HostGaps(Evidence evidence, string kind, string host)
{
    public Fact<T> Need<T>(T? said, string path) where T : class => said is null ? new(Gap(path)) : new(said, evidence);

    public Fact<int> Need(int? said, string path) => said is { } number ? new(number, evidence) : new(Gap(path));

    public Truth Need(bool? said, string path) => said is { } answer ? Truth.Of(answer, evidence) : Truth.Unknown(Gap(path));

    public Fact<Items<T>> Items<T>(IEnumerable<T>? said, string path) => said is null ? new(Gap(path)) : new(said.ToItems(), evidence);

    /// <summary>Something of which null is said outright: it is known that there is none.</summary>
    public Fact<T?> Absent<T>() where T : class => new((T?)null, evidence);

    public Fact<T> Known<T>(T said) => new(said, evidence);

    /// <summary>Something that may be null where it is known that there is none.</summary>
    public Fact<T?> Maybe<T>(T? said, bool? exists, string path) where T : class => exists is false ? Absent<T>() : said is null ? new(Gap(path)) : new(said, evidence);

    public Gap Gap(string path) => new(evidence.Scope, kind, path, GapCause.Hidden, OneLine.Of($"the node facts of {host} do not say {path}"), new(RemedyKind.Probe, host));
}
