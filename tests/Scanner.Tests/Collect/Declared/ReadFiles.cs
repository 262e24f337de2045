using Scanner.Collect.Declared;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Collect.Declared;

/// <summary>What one format made of files.</summary>
internal sealed class ReadFiles
{
    public static readonly DateTimeOffset At = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private ReadFiles(Snapshot snapshot, IReadOnlyList<string> unknown) => (Snapshot, UnknownKeys, Graph) = (snapshot, unknown, new(snapshot));

    public Snapshot Snapshot { get; }

    public IReadOnlyList<string> UnknownKeys { get; }

    public ResourceGraph Graph { get; }

    public static async Task<ReadFiles> Of(IDeclaredFormat format, params DeclaredInput[] inputs)
    {
        var builder = new SnapshotBuilder();
        var sink = new DeclaredSink(builder);
        await format.Read(inputs, new("test", "pwb", At), sink, TestContext.Current.CancellationToken);
        return new(builder.Build(new(Header.CurrentSchema, "test", At, At, [])), sink.UnknownKeys);
    }

    public static DeclaredInput Fixture(params string[] parts) => new(Repository.Path(["fixtures", "declared", .. parts]), string.Join('/', parts));

    public static string Problem(Action read) => Assert.Throws<DeclaredException>(read).Message;

    public T Sole<T>() where T : Resource => Assert.Single(Environment().Of<T>().Members).Item;

    public Environment Environment() => new(Graph, KindSchema.Of(typeof(Cluster)).Create("c", "c", "aws/declared/test") as Cluster ?? throw new InvalidOperationException(), ["aws/declared/test"], Parameters.None);

    public SourceLocation Place(string property) => Assert.Single(Snapshot.Header.Declarations.AsEnumerable(), d => d.Property == property).Location;

    public async Task<string> Text()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var stream = File.Create(file)) SnapshotWriter.Write(Snapshot, stream);
            return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
