using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

/// <summary>What a reader makes of files.</summary>
/// <param name="Snapshot">All that it saw.</param>
/// <param name="Unknown">What nothing is made of.</param>
internal sealed record GivenFiles(Snapshot Snapshot, IReadOnlyList<string> Unknown)
{
    public static readonly DeclaredScope Scope = new("eks", "arn:aws:eks:us-east-1:111122223333:cluster/prod", new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));

    public ResourceGraph Graph => field ??= new(Snapshot);

    /// <summary>Of what there may be one more.</summary>
    public IReadOnlyList<Coverage> More { get; private init; } = [];

    public static string Folder(string name) => Repository.Path("fixtures", "declared", name);

    /// <summary>Reads files or folders, by their names in the fixtures' folder.</summary>
    public static Task<GivenFiles> Read(IDeclaredFormat format, DeclaredScope scope, params string[] names) =>
        Read(scope, (format, [.. names.Select(n => new DeclaredInput(Folder(n), n))]));

    public static async Task<GivenFiles> Read(DeclaredScope scope, params (IDeclaredFormat Format, DeclaredInput[] Inputs)[] all)
    {
        var builder = new SnapshotBuilder();
        var sink = new DeclaredSink(builder);
        foreach (var (format, inputs) in all) await format.Read(inputs, scope, sink, TestContext.Current.CancellationToken);
        var header = new Header(Header.CurrentSchema, "test", scope.At, scope.At, [new(scope.Target, [scope.Kubernetes], null)]);
        return new(builder.Build(header), sink.UnknownKeys) { More = sink.More };
    }

    /// <summary>Reads a text as if it were a file.</summary>
    public static async Task<GivenFiles> ReadText(IDeclaredFormat format, string text, DeclaredScope? scope = null)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        try
        {
            return await Read(scope ?? Scope, (format, [new(path, "x.yaml")]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    public T Find<T>(string name) where T : Resource => Graph.Find<T>($"k8s://declared/eks/{typeof(T).Name}/{name}") ?? throw new InvalidOperationException($"no {typeof(T).Name} {name}");

    /// <summary>Where a property is declared; null where it is not.</summary>
    public string? At(string key, string? property) => Snapshot.Header.Declarations.AsEnumerable().Where(d => d.Key == key && d.Property == property)
        .Select(d => $"{d.Location.File}:{d.Location.Line}:{d.Location.Column}").FirstOrDefault();
}
