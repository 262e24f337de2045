namespace Scanner.Model;

/// <summary>A database that was chosen for a purpose, and whether that was an assumption.</summary>
/// <param name="Database">The database.</param>
/// <param name="How">How it was chosen, for messages: <c>named by workbenchDatabase</c>, <c>assumed: the only one in the VPC</c>.</param>
public sealed record DatabaseChoice(Database Database, string How)
{
    /// <summary>Named by the user, as opposed to being the only candidate.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Named by an endpoint that serves reads only.</summary>
    public Truth IsReader { get; init; } = Truth.Of(false, Evidence.Derived);

    /// <summary>The database itself, where a proxy was chosen; unknown where the proxy's target was not seen.</summary>
    public Fact<DatabaseChoice> BehindProxy(Environment environment)
    {
        var how = How;
        return Database.Form.Then(form => form is not DatabaseForm.Proxy
            ? new Fact<DatabaseChoice>(this, Evidence.Derived)
            : environment.Resolve(Database.Fronts).Sole("workbenchDatabase").Then(found => found is null
                ? new Fact<DatabaseChoice>(new Gap(Database.Scope, nameof(Database), Database.Label, GapCause.Hidden,
                    $"proxy {Database.Label} has no target that the scan saw", new(RemedyKind.Parameter, "workbenchDatabase")))
                : new Fact<DatabaseChoice>(this with { Database = found, How = $"{how}, through proxy {Database.Label}" }, Evidence.Derived)));
    }

    public override string ToString() => Database.Label;
}
