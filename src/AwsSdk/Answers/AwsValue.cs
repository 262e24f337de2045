namespace Scanner.AwsSdk;

/// <summary>
/// One place in an XML or JSON answer. What is absent reads as null; what is there and has the wrong form is an error that
/// names the place, because a value that was silently dropped would look like one that AWS never set.
/// </summary>
internal sealed class AwsValue(string name, AwsValue? parent, AwsValueKind kind, string text = "")
{
    private readonly List<AwsValue> _children = [];

    public string Name => name;
    public AwsValue? Parent => parent;
    public string Content { get; set; } = text;
    public IReadOnlyList<AwsValue> Children => _children;

    /// <summary>Where this is, as an operator would look for it in the raw answer.</summary>
    public string Path => parent is null ? name : $"{parent.Path}/{name}";

    public void Add(AwsValue child) => _children.Add(child);

    /// <summary>The member of that name, or null when it is absent; a slash leads further down.</summary>
    public AwsValue? Find(string member)
    {
        var slash = member.IndexOf('/');
        if (slash >= 0) return Find(member[..slash])?.Find(member[(slash + 1)..]);
        if (kind is AwsValueKind.Array or AwsValueKind.Scalar) throw Wrong("a structure");
        foreach (var child in _children)
            if (child.Name == member) return child.IsNull ? null : child;
        return null;
    }

    public string? Text(string member) => Find(member)?.AsText();
    public bool? Bool(string member) => Given(member)?.AsBool();
    public int? Int(string member) => Given(member)?.AsInt();
    public long? Long(string member) => Given(member)?.AsLong();
    public float? Float(string member) => Given(member)?.AsFloat();
    public double? Double(string member) => Given(member)?.AsDouble();
    public DateTime? Time(string member) => Given(member)?.AsTime();
    public MemoryStream? Blob(string member) => Given(member)?.AsBlob();

    public string AsText()
    {
        if (_children.Count > 0 || kind is not (AwsValueKind.Element or AwsValueKind.Scalar)) throw Wrong("a single value");
        return Content;
    }

    public bool AsBool() => AwsScalar.Bool(AsText()) ?? throw Wrong("true or false");
    public int AsInt() => AwsScalar.Int(AsText()) ?? throw Wrong("a 32-bit integer");
    public long AsLong() => AwsScalar.Long(AsText()) ?? throw Wrong("a 64-bit integer");
    public float AsFloat() => AwsScalar.Float(AsText()) ?? throw Wrong("a number");
    public double AsDouble() => AwsScalar.Double(AsText()) ?? throw Wrong("a number");
    public DateTime AsTime() => AwsScalar.Time(AsText()) ?? throw Wrong("a time");
    public MemoryStream AsBlob() => AwsScalar.Blob(AsText()) ?? throw Wrong("base64");

    public T? Object<T>(string member, Func<AwsValue, T> read)
        where T : class
        => Find(member) is { } value ? read(value.Filled(AwsValueKind.Object, "a structure")) : null;

    public List<T>? List<T>(string member, Func<AwsValue, T> read) => Find(member)?.AsList(read);

    /// <summary>A list whose entries stand beside their siblings in XML; in JSON it is a list like any other.</summary>
    public List<T>? FlatList<T>(string member, Func<AwsValue, T> read)
    {
        if (kind is not AwsValueKind.Element) return List(member, read);
        var entries = _children.Where(c => c.Name == member).Select(read).ToList();
        return entries.Count > 0 ? entries : null;
    }

    public Dictionary<string, T>? Map<T>(string member, Func<AwsValue, T> read) => Find(member)?.AsMap(read);

    public List<T> AsList<T>(Func<AwsValue, T> read) => [.. Filled(AwsValueKind.Array, "a list").Children.Select(c => read(c.NotNull()))];

    public Dictionary<string, T> AsMap<T>(Func<AwsValue, T> read)
    {
        var map = new Dictionary<string, T>();
        foreach (var entry in Filled(AwsValueKind.Object, "a map").Children)
        {
            var (key, value) = kind is AwsValueKind.Element ? (entry.Text("key"), entry.Find("value")) : (entry.Name, entry);
            if (key is null || value is null) throw entry.Wrong("a key and its value");
            map[key] = read(value.NotNull());
        }
        return map;
    }

    private bool IsNull => kind is AwsValueKind.Null;

    // XML writes an absent number as an empty element as often as not at all.
    private AwsValue? Given(string member) =>
        Find(member) is { } value && (value.Content.Length > 0 || value.Children.Count > 0 || value.IsJson) ? value : null;

    private bool IsJson => kind is not AwsValueKind.Element;

    private AwsValue NotNull() => IsNull ? throw Wrong("a value") : this;

    private AwsValue Filled(AwsValueKind expected, string what)
    {
        var fits = kind == expected || (kind is AwsValueKind.Element && (_children.Count > 0 || string.IsNullOrWhiteSpace(Content)));
        return fits ? this : throw Wrong(what);
    }

    private AwsAnswerException Wrong(string expected) => new($"{Path}: {Shown()} is not {expected}");

    private string Shown() => kind switch
    {
        AwsValueKind.Object => "a structure",
        AwsValueKind.Array => "a list",
        AwsValueKind.Null => "null",
        _ when _children.Count > 0 => "an element with elements in it",
        _ => $"'{(Content.Length > 80 ? Content[..80] + "…" : Content)}'",
    };
}
