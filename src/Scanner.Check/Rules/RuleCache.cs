using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Scanner.Check;

/// <summary>Compiled rules on disk, by the hash of all that they were made from. An entry that was cut or changed is none.</summary>
public sealed class RuleCache(string directory)
{
    private const int Kept = 32;

    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The user's own: <c>$XDG_CACHE_HOME/scanner</c>, else in the system's place for application data; null where there is neither.</summary>
    public static RuleCache? OfUser()
    {
        var root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given ? given
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length == 0 ? null : new(Path.Combine(root, "scanner"));
    }

    /// <summary>The name under which these scripts' assembly is kept: of their text, and of the scanner, the compiler and the runtime that made it.</summary>
    public static string KeyOf(IEnumerable<RuleScript> scripts)
    {
        var check = typeof(RuleCache).Assembly;
        IEnumerable<string> parts =
        [
            RuleAssembly.Model, check.ManifestModule.ModuleVersionId.ToString("N"), RuntimeInformation.FrameworkDescription,
            .. check.GetReferencedAssemblies().Where(a => a.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)).Select(a => a.FullName).Order(StringComparer.Ordinal),
            .. scripts.OrderBy(s => s.Id, StringComparer.Ordinal).SelectMany(s => new[] { s.Id, s.Path, s.Text }),
        ];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts.Select(Encoding.UTF8.GetBytes))
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The assembly kept under that name; null where there is none that is whole.</summary>
    public byte[]? Read(string key)
    {
        try
        {
            if (!File.Exists(PathOf(key)) || IsOpenToOthers()) return null;
            var entry = File.ReadAllBytes(PathOf(key));
            return entry.Length > SHA256.HashSizeInBytes && SHA256.HashData(entry.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(entry.AsSpan(0, SHA256.HashSizeInBytes))
                ? entry[SHA256.HashSizeInBytes..]
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // compiled again; writing will say what is wrong with the place
        }
    }

    /// <summary>Keeps an assembly; whoever else writes the same entry at the same time writes the same bytes.</summary>
    /// <returns>Why it could not be kept; null where it was.</returns>
    public string? Write(string key, byte[] image)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
            else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (IsOpenToOthers()) return $"compiled rules are not kept: others can write to {directory}";
            var temporary = Path.Combine(directory, Path.GetRandomFileName());
            File.WriteAllBytes(temporary, [.. SHA256.HashData(image), .. image]);
            File.Move(temporary, PathOf(key), overwrite: true);
            Prune();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"compiled rules are not kept: {e.Message}";
        }
    }

    private string PathOf(string key) => Path.Combine(directory, key + ".rules");

    /// <summary>What lies here will be run.</summary>
    private bool IsOpenToOthers() => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(directory) & Others) != 0;

    private void Prune()
    {
        foreach (var old in new DirectoryInfo(directory).GetFiles("*.rules").OrderByDescending(f => f.LastWriteTimeUtc).Skip(Kept)) old.Delete();
    }
}
