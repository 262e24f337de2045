namespace Scanner.Collect.Declared;

/// <summary>A file or folder that the user handed over.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">How messages and reports name it: relative to the checkout, with forward slashes.</param>
public sealed record DeclaredInput(string Path, string Name)
{
    /// <summary>More than any format takes: each has a limit of its own below it.</summary>
    private const long Largest = 64L * 1024 * 1024;

    private DeclaredText? _text;

    public bool IsFolder => Directory.Exists(Path);

    /// <summary>What the file says, read once.</summary>
    /// <exception cref="DeclaredException">It cannot be read.</exception>
    internal DeclaredText Text => _text ??= DeclaredText.Read(Path, Name, Largest);

    /// <summary>The files of a folder, by name; those of folders in it are left out.</summary>
    /// <exception cref="DeclaredException">It cannot be read.</exception>
    internal IReadOnlyList<DeclaredInput> Files()
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
