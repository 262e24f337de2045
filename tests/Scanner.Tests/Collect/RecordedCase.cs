namespace Scanner.Tests.Collect;

/// <summary>
/// A folder of recorded answers, <c>service.Operation[.discriminator].(xml|json|yaml)</c>. A file with a discriminator answers
/// requests that name that value: an id, a page token, an API version. <c>base.txt</c> names a case whose files stand where this
/// one has none.
/// </summary>
internal sealed class RecordedCase
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public RecordedCase(string name)
    {
        var folder = Repository.Path("fixtures", "aws", name);
        var overlaid = Path.Combine(folder, "base.txt");
        if (File.Exists(overlaid))
            foreach (var (file, path) in new RecordedCase(File.ReadAllText(overlaid).Trim())._files) _files[file] = path;
        foreach (var path in Directory.EnumerateFiles(folder).Where(p => Path.GetExtension(p) is ".xml" or ".json" or ".yaml"))
            _files[Path.GetFileName(path)] = path;
    }

    /// <summary>The file that answers a request; null where nothing is recorded.</summary>
    public string? Find(AwsRequest request)
    {
        var prefix = $"{request.Service}.{request.Operation}.";
        var candidates = _files.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var special = candidates.Where(f => request.Values.Contains(Discriminator(f.Key, prefix))).Select(f => f.Value).Order(StringComparer.Ordinal).FirstOrDefault();
        return special ?? candidates.Where(f => Discriminator(f.Key, prefix).Length == 0).Select(f => f.Value).FirstOrDefault();
    }

    private static string Discriminator(string file, string prefix)
    {
        var rest = file[prefix.Length..];
        if (prefix.StartsWith("s3.", StringComparison.Ordinal)) return rest; // an object's name has an extension of its own
        var end = rest.LastIndexOf('.');
        return end < 0 ? "" : rest[..end];
    }
}
