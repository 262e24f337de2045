namespace Scanner.Collect.Declared.Terraform;

/// <summary>The <c>.tf</c> and <c>.tf.json</c> files beside a plan or state, where they are at hand: they tell the lines that resources are declared at.</summary>
internal sealed class TerraformSources
{
    private const long Largest = 4L * 1024 * 1024;
    private const int MostFiles = 2000;
    private const long LargestTogether = 32L * 1024 * 1024;

    private readonly Dictionary<string, Dictionary<string, SourceBlock>> _folders = new(StringComparer.Ordinal);
    private readonly string _checkout;
    private readonly string _root;
    private long _read;

    public TerraformSources(DeclaredInput input)
    {
        var path = Path.GetFullPath(input.Path).Replace('\\', '/');
        var here = Directory.GetCurrentDirectory().Replace('\\', '/');
        _checkout = path.EndsWith("/" + input.Name, StringComparison.Ordinal) ? path[..^(input.Name.Length + 1)] : here;
        var beside = path[..path.LastIndexOf('/')];
        _root = Folder(beside).Count > 0 ? beside : here;
    }

    /// <summary>Whether what was handed over is itself such a file, or a folder with some.</summary>
    public static bool Are(DeclaredInput input) => input.IsFolder ? input.Files().Any(f => IsSource(f.Path)) : IsSource(input.Path);

    /// <summary>A block, e.g. <c>resource aws_lb main</c>, of a module; null where it is not at hand.</summary>
    public SourceBlock? Find(TerraformModule? module, string block) => FolderOf(module) is { } folder && Folder(folder).TryGetValue(block, out var found) ? found : null;

    /// <summary>The block that calls the outermost module whose own sources are not at hand; null where there is none.</summary>
    public SourceBlock? Call(TerraformModule? module)
    {
        for (; module?.Parent is { } parent; module = parent)
            if (Find(parent, $"module {module.Name}") is { } call) return call;
        return null;
    }

    /// <summary>Modules from elsewhere, such as a registry, have no sources here.</summary>
    private string? FolderOf(TerraformModule? module)
    {
        if (module?.Parent is null) return _root;
        return module.Source is { } source && (source.StartsWith("./", StringComparison.Ordinal) || source.StartsWith("../", StringComparison.Ordinal)) && FolderOf(module.Parent) is { } parent
            ? Path.GetFullPath(source, parent).Replace('\\', '/').TrimEnd('/') : null;
    }

    private Dictionary<string, SourceBlock> Folder(string folder)
    {
        if (_folders.TryGetValue(folder, out var known)) return known;
        var blocks = _folders[folder] = new(StringComparer.Ordinal);
        foreach (var file in Files(folder))
            foreach (var block in Blocks(file)) blocks.TryAdd(block.Address, block);
        return blocks;
    }

    private static IEnumerable<string> Files(string folder) => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".tf", StringComparison.Ordinal) || f.EndsWith(".tf.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Take(MostFiles);

    /// <summary>A file that cannot be read tells no places, and nothing else depends on it.</summary>
    private IReadOnlyList<SourceBlock> Blocks(string path)
    {
        try
        {
            // what is beyond has its places in the JSON
            if ((_read += new FileInfo(path).Length) > LargestTogether) return [];
            var text = DeclaredText.Read(path, Path.GetRelativePath(_checkout, path).Replace('\\', '/'), Largest);
            return path.EndsWith(".json", StringComparison.Ordinal) ? JsonSources.Blocks(text) : [.. HclScanner.Blocks(text.Text).Select(b => Of(text, b))];
        }
        catch (DeclaredException)
        {
            return [];
        }
    }

    private static SourceBlock Of(DeclaredText text, HclBlock block) => new(block.Address, text.At(block.Line),
        new Dictionary<string, SourceEntry>(block.Entries.Select(e => KeyValuePair.Create(e.Key, new SourceEntry(new(() => text.At(e.Value.Line)), e.Value.Text))), StringComparer.Ordinal));

    private static bool IsSource(string path) => path.EndsWith(".tf", StringComparison.Ordinal) || path.EndsWith(".tf.json", StringComparison.Ordinal);
}
