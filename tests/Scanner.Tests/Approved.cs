namespace Scanner.Tests;

/// <summary>Outputs that a person has approved. SCANNER_APPROVE=1 rewrites them, for a person to read the difference.</summary>
internal static class Approved
{
    public static void Matches(string path, byte[] actual)
    {
        if (System.Environment.GetEnvironmentVariable("SCANNER_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"{path} is missing; SCANNER_APPROVE=1 writes it");
        Assert.Equal(System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(path)), System.Text.Encoding.UTF8.GetString(actual));
    }
}
