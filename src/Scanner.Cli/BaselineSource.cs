using Scanner.Model.Findings;
using Scanner.Report.Baselines;

namespace Scanner.Cli;

/// <summary>Where baselines are kept, and what they are made of: the one place that knows files from other stores.</summary>
internal static class BaselineSource
{
    private const long Largest = 512 * 1024 * 1024;

    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    /// <exception cref="BaselineFormatException">It is no baseline.</exception>
    public static Baseline Read(string path) => BaselineFile.Read(Bytes(path, "; make one with scanner baseline create"), path);

    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static byte[] Bytes(string path, string hint = "")
    {
        if (path.StartsWith("s3://", StringComparison.Ordinal)) throw new UserErrorException($"{path}: baselines are read from files; copy it to one first");
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
