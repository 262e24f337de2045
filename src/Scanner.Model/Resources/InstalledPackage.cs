namespace Scanner.Model;

/// <summary>A program that is installed on a host (SSM inventory, type <c>AWS:Application</c>).</summary>
public sealed record InstalledPackage(string Name, string Version)
{
    public override string ToString() => $"{Name} {Version}";
}
