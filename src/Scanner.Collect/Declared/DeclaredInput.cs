namespace Scanner.Collect.Declared;

/// <summary>A file or folder that the user handed over.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">How messages and reports name it: relative to the checkout, with forward slashes.</param>
public sealed record DeclaredInput(string Path, string Name)
{
    /// <summary>More than any format takes: each has a limit of its own below it.</summary>
    private const long Largest = 64L * 1024 * 1024;

    private const int MostFiles = 5000;

    private DeclaredText? _text;
    private IReadOnlyList<DeclaredInput>? _files;

    public bool IsFolder => Directory.Exists(Path);

    /// <summary>What the file says, read once.</summary>
    /// <exception cref="DeclaredException">It cannot be read.</exception>
    internal DeclaredText Text => _text ??= DeclaredText.Read(Path, Name, Largest);

    /// <summary>The files of a folder, by name; those of folders in it are left out.</summary>
    /// <exception cref="DeclaredException">It cannot be read.</exception>
    internal IReadOnlyList<DeclaredInput> Files() => _files ??= InFolder();

    /// <summary>The first of some files that come to no more than a number of bytes together.</summary>
    internal static IEnumerable<DeclaredInput> Within(IEnumerable<DeclaredInput> files, long largest) => files.TakeWhile(f => (largest -= f.Size) >= 0);

    /// <exception cref="DeclaredException">Some files of the folder come to more than a number of bytes together.</exception>
    internal void RefuseLarger(IReadOnlyList<DeclaredInput> files, long largest)
    {
        if (files.Count > MostFiles) throw new DeclaredException($"{Name}: has more than {MostFiles} files to read; hand over those of one deployment");
        if (files.Sum(f => f.Size) > largest) throw new DeclaredException($"{Name}: its files come to more than {largest / 1024 / 1024} MB together; hand over those of one deployment");
    }

    /// <summary>Of a pipe, nothing: it has no length.</summary>
    private long Size => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    private IReadOnlyList<DeclaredInput> InFolder()
    {
        try
        {
            return [.. Directory.EnumerateFiles(Path).Order(StringComparer.Ordinal).Select(f => new DeclaredInput(f, $"{Name.TrimEnd('/')}/{System.IO.Path.GetFileName(f)}"))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeclaredException($"{Name}: cannot be read: {e.Message}", e);
        }
    }
}
