namespace Scanner.Tests.Cli;

/// <summary>A copy of a folder, outside of any checkout, so that paths in reports are relative to it.</summary>
internal sealed class CopiedFolder : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("scanner-test-");

    public CopiedFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => _copy.FullName;

    public void Dispose() => _copy.Delete(recursive: true);
}
