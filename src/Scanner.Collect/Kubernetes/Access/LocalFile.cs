namespace Scanner.Collect.Kubernetes;

/// <summary>Reads the small files that a kubeconfig names.</summary>
internal static class LocalFile
{
    private const int Largest = 1024 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="wrong">Makes the exception of what is wrong.</param>
    public static string Text(string path, Func<string, Exception> wrong)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > Largest) throw wrong($"{path} is larger than {Largest / 1024} KB");
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw wrong($"{path} cannot be read: {e.Message}");
        }
    }
}
