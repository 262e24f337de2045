using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Scanner.Check;

/// <summary>Compiled rules on disk, by the hash of all that they were made from. An entry that was cut or changed is none.</summary>
public sealed class RuleCache(string directory)
{
    private const int Kept = 32, MostParts = 8, HashSize = SHA256.HashSizeInBytes;

    private const string Extension = ".rules";

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

    /// <summary>
    /// Assemblies that together have what is kept of these scripts: one where they were compiled together, and otherwise what has most of
    /// them last, so that where one was changed, one is compiled.
    /// </summary>
    public IReadOnlyList<KeptRules> Find(IReadOnlyList<RuleScript> scripts)
    {
        var wanted = scripts.ToDictionary(s => KeyOf([s]), s => s, StringComparer.Ordinal);
        var found = new List<KeptRules>();
        foreach (var entry in Entries(KeyOf(scripts)))
        {
            if (wanted.Count == 0) break;
            if (Read(entry) is not { } kept) continue;
            var had = kept.Keys.Where(wanted.ContainsKey).ToList();
            if (had.Count > 0) found.Add(new(kept.Image, [.. had.Select(k => wanted[k])]));
            foreach (var key in had) wanted.Remove(key);
        }
        return found.Count > MostParts ? [] : found;
    }

    /// <summary>The entry of that name first, and the others from the newest on.</summary>
    private IEnumerable<string> Entries(string key)
    {
        try
        {
            if (!Directory.Exists(directory) || IsOpenToOthers()) return [];
            return [.. new DirectoryInfo(directory).GetFiles("*" + Extension).OrderByDescending(f => f.Name == key + Extension).ThenByDescending(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).Select(f => f.FullName)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // compiled again; writing will say what is wrong with the place
        }
    }

    /// <summary>An entry that is whole: the hash of all that follows, how many scripts there are, the key of each, and the assembly.</summary>
    private static (IReadOnlyList<string> Keys, byte[] Image)? Read(string file)
    {
        try
        {
            var entry = File.ReadAllBytes(file);
            if (entry.Length < HashSize + sizeof(int) || !SHA256.HashData(entry.AsSpan(HashSize)).AsSpan().SequenceEqual(entry.AsSpan(0, HashSize))) return null;
            var (count, start) = (BinaryPrimitives.ReadInt32LittleEndian(entry.AsSpan(HashSize)), HashSize + sizeof(int));
            if (count <= 0 || (entry.Length - start) / HashSize < count) return null;
            return ([.. Enumerable.Range(0, count).Select(i => Convert.ToHexStringLower(entry.AsSpan(start + (i * HashSize), HashSize)))], entry[(start + (count * HashSize))..]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an assembly; whoever else writes the same entry at the same time writes the same bytes.</summary>
    /// <returns>Why it could not be kept; null where it was.</returns>
    public string? Write(IReadOnlyList<RuleScript> scripts, byte[] image)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
            else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (IsOpenToOthers()) return $"compiled rules are not kept: others can write to {directory}";
            var temporary = Path.Combine(directory, Path.GetRandomFileName());
            var count = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(count, scripts.Count);
            byte[] content = [.. count, .. scripts.SelectMany(s => Convert.FromHexString(KeyOf([s]))), .. image];
            File.WriteAllBytes(temporary, [.. SHA256.HashData(content), .. content]);
            File.Move(temporary, PathOf(KeyOf(scripts)), overwrite: true);
            Prune();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"compiled rules are not kept: {e.Message}";
        }
    }

    private string PathOf(string key) => Path.Combine(directory, key + Extension);

    /// <summary>What lies here will be run.</summary>
    private bool IsOpenToOthers() => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(directory) & Others) != 0;

    private void Prune()
    {
        foreach (var old in new DirectoryInfo(directory).GetFiles("*" + Extension).OrderByDescending(f => f.LastWriteTimeUtc).Skip(Kept)) old.Delete();
    }
}
