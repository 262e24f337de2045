using System.Text.Json;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>
/// Makes of an object in a file what an API server would keep of it, as far as collectors read it: with the defaults that the API
/// documents, and without what only the server writes, which in a file is what was true once, elsewhere.
/// </summary>
internal sealed class ServerDefaults(string space)
{
    /// <summary>Free text, in which braces mean what they say.</summary>
    private static readonly HashSet<string> s_text = new(["args", "binaryData", "command", "data", "stringData"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_quantities = new(["capacity", "limits", "requests"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_metadata = new(["annotations", "labels", "name", "namespace", "ownerReferences"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_ofNoNamespace = new(
        [
            "csidrivers", "ec2nodeclasses", "gatewayclasses", "ingressclasses", "nodeclasses", "nodepools", "persistentvolumes", "provisioners", "storageclasses",
        ], StringComparer.Ordinal);

    public DeclaredObject Of(DeclaredObject declared)
    {
        var value = Settled(declared.Value).Without("status");
        var metadata = value["metadata"] is { IsMap: true } said ? DeclaredValue.Map(said.Names.Where(s_metadata.Contains).Select(n => (n, said[n])), said.Origin) : DeclaredValue.Map();
        if (!s_ofNoNamespace.Contains(declared.Plural) && declared.Namespace is null) metadata = metadata.With(("namespace", DeclaredValue.Text(space)));
        value = value.With(("metadata", metadata));
        return declared with { Value = value["spec"] is { IsMap: true } spec ? value.With(("spec", Spec(declared.Kind, spec))) : value };
    }

    private static DeclaredValue Spec(string kind, DeclaredValue spec) => kind switch
    {
        "Service" => Service(Filled(Filled(spec, "type", DeclaredValue.Text("ClusterIP")), "sessionAffinity", DeclaredValue.Text("None"))),
        "PersistentVolume" => Filled(spec, "persistentVolumeReclaimPolicy", DeclaredValue.Text("Retain")), // of volumes that people make
        "CSIDriver" => Filled(spec, "attachRequired", DeclaredValue.Flag(true)),
        _ => spec,
    };

    /// <summary>The cluster chooses ports on nodes that nobody asked for.</summary>
    private static DeclaredValue Service(DeclaredValue spec) => spec.TextAt("type") == "ClusterIP" || spec["ports"] is not { IsList: true } ports ? spec
        : spec.With(("ports", DeclaredValue.List(ports.Elements.Select(p => p.IsMap ? Filled(p, "nodePort", DeclaredValue.Open) : p), ports.Origin)));

    private static DeclaredValue Filled(DeclaredValue map, string name, DeclaredValue value) => map[name] is { IsNull: false } ? map : map.With((name, value));

    /// <summary>With what is filled in later taken out, and quantities as the text that the API makes of numbers.</summary>
    private static DeclaredValue Settled(DeclaredValue value) => value switch
    {
        { IsMap: true } => DeclaredValue.Map(value.Names.Select(n => (n, (DeclaredValue?)Settled(n, value[n]!))), value.Origin),
        { IsList: true } => DeclaredValue.List(value.Elements.Select(Settled), value.Origin),
        { IsText: true } when YamlScalars.IsFilledIn(value.Raw) => DeclaredValue.OpenAt(value.Origin),
        _ => value,
    };

    private static DeclaredValue Settled(string name, DeclaredValue value) => s_text.Contains(name) ? value
        : s_quantities.Contains(name) && value.IsMap ? DeclaredValue.Map(value.Names.Select(n => (n, (DeclaredValue?)Quantity(Settled(value[n]!)))), value.Origin)
        : Settled(value);

    private static DeclaredValue Quantity(DeclaredValue value) => value.Kind is JsonValueKind.Number ? DeclaredValue.Text(value.Raw, value.Origin) : value;
}
