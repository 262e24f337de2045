namespace Scanner.Model;

/// <summary>Access to the metadata database.</summary>
public static class MetadataAccesses
{
    /// <summary>Who of the environment's hosts and groups reaches a database.</summary>
    public static MetadataAccess AccessTo(this Environment environment, DatabaseChoice choice) => new(environment, choice);
}
