namespace Scanner.Collect.Declared.Terraform;

/// <summary>Everything that the files of one target declare, side by side.</summary>
internal sealed class World
{
    private readonly DeclaredScope _scope;
    private readonly ILookup<string, TerraformResource> _types;
    private readonly ILookup<string, TerraformResource> _gone;
    private readonly Dictionary<TerraformFile, Dictionary<string, List<TerraformResource>>> _blocks;
    private readonly Dictionary<TerraformFile, Dictionary<string, TerraformResource>> _addresses;
    private readonly Dictionary<TerraformResource, TerraformFile> _files = [];
    private readonly Dictionary<TerraformFile, TerraformSources> _sources;
    private readonly Dictionary<(string Type, string Attribute), Dictionary<string, (TerraformResource Resource, int Position)>> _named = [];

    /// <param name="files">In the order in which they were given: of a resource that several declare, the last counts.</param>
    /// <param name="scope">What they are about.</param>
    public World(IReadOnlyList<TerraformFile> files, DeclaredScope scope)
    {
        _scope = scope;
        var last = new Dictionary<string, TerraformResource>(StringComparer.Ordinal);
        foreach (var file in files)
            foreach (var resource in file.Resources)
            {
                last[resource.Address] = resource;
                _files[resource] = file;
            }
        Resources = [.. last.Values.OrderBy(r => r.IsData).ThenBy(r => r.Address, StringComparer.Ordinal)];
        _types = Resources.ToLookup(r => TerraformTypes.Canonical(r.Type), StringComparer.Ordinal);
        _gone = Resources.Where(r => r.IsGone).ToLookup(r => TerraformTypes.Canonical(r.Type), StringComparer.Ordinal);
        var there = Resources.Where(r => !r.IsGone).ToLookup(r => _files[r]);
        _blocks = files.ToDictionary(f => f, f => there[f].GroupBy(r => $"{r.Module}|{r.Block}", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal));
        _addresses = files.ToDictionary(f => f, f => there[f].ToDictionary(r => r.Address, StringComparer.Ordinal));
        _sources = files.ToDictionary(f => f, f => new TerraformSources(f.Input));
    }

    /// <summary>All of them, those that are managed first.</summary>
    public IReadOnlyList<TerraformResource> Resources { get; }

    /// <summary>Those of a type that will be there.</summary>
    public IEnumerable<TerraformResource> Of(string type) => _types[type].Where(r => !r.IsGone);

    /// <summary>Those of a type that the plan takes away.</summary>
    public IEnumerable<TerraformResource> GoneOf(string type) => _gone[type];

    /// <summary>The first of a type that has a value in one of some attributes; null where none has.</summary>
    public TerraformResource? Find(string type, string value, IReadOnlyList<string> attributes)
    {
        var found = attributes.Select(a => Named(type, a).TryGetValue(value, out var named) ? named : default).Where(f => f.Resource is not null).ToList();
        return found.Count == 0 ? null : found.MinBy(f => f.Position).Resource;
    }

    private Dictionary<string, (TerraformResource Resource, int Position)> Named(string type, string attribute)
    {
        if (_named.TryGetValue((type, attribute), out var known)) return known;
        var named = _named[(type, attribute)] = new(StringComparer.Ordinal);
        foreach (var (position, resource) in Of(type).Index())
            if (Known(resource.Values, attribute) is { } value) named.TryAdd(value, (resource, position));
        return named;
    }

    /// <summary>Whether a plan does something to some resource of a type.</summary>
    public bool IsChanged(string type) => _types[type].Any(r => r.IsChanged);

    /// <summary>Refuses to say what a plan that touches some parts may change.</summary>
    /// <exception cref="UnsaidException">It makes, changes or takes away a resource of one of the types.</exception>
    public void RefuseIfChanged(params string[] types)
    {
        if (types.SelectMany(t => _types[t]).FirstOrDefault(r => r.IsChanged) is { } changed) throw UnsaidException.AfterApply($"what {changed.Address} leads to");
    }

    /// <summary>The instances of a block in one instance of its module, as the same file has them.</summary>
    public IReadOnlyList<TerraformResource> Instances(TerraformResource from, string module, string block) => _blocks[_files[from]].TryGetValue($"{module}|{block}", out var all) ? all : [];

    /// <summary>The instance of another's block that has an index; null where none has.</summary>
    public TerraformResource? Instance(TerraformResource like, string index) =>
        _addresses[_files[like]].TryGetValue($"{like.Address[..^like.Index.Length]}{index}", out var found) ? found : null;

    public TerraformSources Sources(TerraformResource of) => _sources[_files[of]];

    /// <summary>The provider's id, or one that stands for it until it is made.</summary>
    public string Id(TerraformResource resource) => RealId(resource) ?? $"declared://{_scope.Target}/terraform/{resource.Address}";

    /// <summary>The provider's id as live collectors know it: an ARN, or the service's own; null where it is not known yet.</summary>
    public static string? RealId(TerraformResource resource)
    {
        var names = IdAttributes(TerraformTypes.Canonical(resource.Type));
        return names.Select(n => Known(resource.Values, n) ?? (resource.IsNew || resource.Before is null ? null : Known(resource.Before, n))).FirstOrDefault(id => id is not null);
    }

    /// <summary>The id of the live thing that the plan deletes, or makes anew under another one; null where it does neither, or nobody says.</summary>
    public static string? GoneId(TerraformResource resource)
    {
        var had = resource.IsGone ? resource.Values : resource.IsNew ? resource.Before : null;
        return had is null ? null : IdAttributes(TerraformTypes.Canonical(resource.Type)).Select(n => Known(had, n)).FirstOrDefault(id => id is not null);
    }

    /// <summary>A text that is there, known and not sensitive; null for anything else.</summary>
    public static string? Known(Attributes attributes, string name) => attributes.Peek(name) is { Length: > 0 } text ? text : null;

    private static string[] IdAttributes(string type) => type switch
    {
        "aws_lb" or "aws_lb_target_group" or "aws_rds_cluster" or "aws_rds_cluster_instance" or "aws_db_proxy" or "aws_eks_cluster" or "aws_eks_node_group"
            or "aws_eks_fargate_profile" or "aws_eks_addon" or "aws_autoscaling_group" => ["arn"],
        "aws_db_instance" => ["arn", "db_instance_arn"], // the data source has a name of its own for it
        _ => ["id"],
    };
}
