namespace Scanner.Model;

/// <summary>How large databases are.</summary>
public static class DatabaseSizes
{
    private const double GiBPerUnit = 2;

    /// <summary>
    /// The size of a database: of its instance class, or of the smallest of its members, since any of them may come to write; of Aurora
    /// Serverless, what it scales down to.
    /// </summary>
    public static Fact<InstanceShape> ShapeOf(this Environment environment, Database database) => database.MinCapacity.Then(least => least is { } units
        ? new Fact<InstanceShape>(new InstanceShape(2, (double)units * GiBPerUnit), database.MinCapacity.Source)
        : database.InstanceClass.Then(name => name is not null ? OfClass(database, name) : OfMembers(environment, database)));

    private static Fact<InstanceShape> OfClass(Database database, string name) => InstanceShape.Of(name) is { } shape
        ? new Fact<InstanceShape>(shape, database.InstanceClass.Source)
        : new(new Gap(database.Scope, nameof(Database), name, GapCause.Unsupported, OneLine.Of($"how large {name} of {database.Label} is, is not known here"), new(RemedyKind.Attestation, OneLine.Of($"the size of {database.Label}"))));

    private static Fact<InstanceShape> OfMembers(Environment environment, Database database)
    {
        var members = environment.Of<Database>().Where(d => d.Form == DatabaseForm.Member && d.ClusterIdentifier.Is(cluster => database.Name == cluster));
        var shapes = members.Members.Select(m => m.Doubt is { } doubt ? new Fact<InstanceShape>(doubt) : m.Item.InstanceClass.Then(name => name is null ? new Fact<InstanceShape>(NoClass(database)) : OfClass(m.Item, name))).ToList();
        var unread = members.Unlisted ?? shapes.Select(s => s.Gap).FirstOrDefault(g => g is not null) ?? (shapes.Count == 0 ? NoClass(database) : null);
        return unread is not null ? new(unread) : shapes.MinBy(s => (s.Value.MemoryGiB, s.Value.VCpus));
    }

    private static Gap NoClass(Database database) => new(database.Scope, nameof(Database), "InstanceClass", GapCause.Hidden,
        OneLine.Of($"{database.Label} has no instance class that the scan saw"), new(RemedyKind.Attestation, OneLine.Of($"the size of {database.Label}")));
}
