using Scanner.Collect.Yaml;

namespace Scanner.Collect.Declared;

/// <summary>What a file is, by its top keys; one that is malformed is recognised by none.</summary>
internal static class YamlRecognition
{
    /// <summary>The one document of a YAML or JSON file; null where it is something else.</summary>
    public static YamlPlace? Document(DeclaredInput input)
    {
        if (input.IsFolder) return null;
        try
        {
            return DeclaredYaml.Documents(input.Text) is [{ IsMapping: true } one] ? one : null;
        }
        catch (DeclaredException)
        {
            return null;
        }
    }

    /// <summary>Whether a mapping has a key, whatever its value.</summary>
    public static bool HasKey(this YamlPlace place, string key) => place.Entries.Any(e => e.Key == key);
}
