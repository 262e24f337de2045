namespace Scanner.Cli;

/// <summary>Baselines, and the reports that they are made of, as files.</summary>
internal static class BaselineSource
{
    private const long Largest = 512 * 1024 * 1024;

    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static byte[] Bytes(string path, string hint = "")
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists) throw new UserErrorException($"{path}: there is no such file{hint}");
            return info.Length <= Largest ? File.ReadAllBytes(path) : throw new UserErrorException($"{path}: larger than 512 MB, which no baseline and no report is");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
