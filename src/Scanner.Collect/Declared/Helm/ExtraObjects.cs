using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>What a user has the chart deploy beside its own objects: maps, texts that are objects as they stand, and texts that Helm fills in.</summary>
internal sealed class ExtraObjects(ChartValues values)
{
    /// <summary>What begins an action of a template.</summary>
    private const string Action = "{{";

    private readonly DeclaredValue? _said = values["extraObjects"];

    /// <summary>Those that stand there as they will be.</summary>
    public IReadOnlyList<DeclaredObject> Objects => [.. Plain.Where(DeclaredObject.Is).Select(o => new DeclaredObject(o))];

    /// <summary>Texts of which only Helm knows what they make, where a file says them.</summary>
    public IReadOnlyList<UntoldObjects> Untold => _said is { IsOpen: true } open ? open.Origin is { } origin ? [new(null, origin.Place)] : []
        : [.. Elements.Where(e => IsTemplate(e) && e.Origin is not null).Select(e => new UntoldObjects(e.IsText ? e.Raw : null, e.Origin!.Place)),
            .. Plain.Where(o => !IsNamed(o) && o.Origin is not null).Select(o => new UntoldObjects($"kind: {o.TextAt("kind")}", o.Origin!.Place))];

    /// <summary>Whether there may be objects that are not told.</summary>
    public bool MayBeMore => values.IsOn("extraObjects") is null || Elements.Any(IsTemplate) || Plain.Any(o => !DeclaredObject.Is(o) || ConfigText.HasOpen(o));

    private IReadOnlyList<DeclaredValue> Elements => _said switch
    {
        null or { IsOpen: true } => [],
        { IsList: true } list => list.Elements,
        var other => [other],
    };

    private IEnumerable<DeclaredValue> Plain => Elements.Where(e => !IsTemplate(e)).SelectMany(e => e.IsText ? InlineText.Documents(e) : [e]);

    /// <summary>One whose name is filled in later is read by nobody.</summary>
    private static bool IsNamed(DeclaredValue value) => DeclaredObject.Is(value) && value.TextAt("metadata", "name") is { } name && !YamlScalars.IsFilledIn(name);

    private static bool IsTemplate(DeclaredValue value) => value.IsOpen || (value.IsText && value.Raw.Contains(Action, StringComparison.Ordinal));
}
