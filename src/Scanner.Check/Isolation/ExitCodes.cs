namespace Scanner.Check.Isolation;

/// <summary>What the child tells by how it ends.</summary>
public static class ExitCodes
{
    public const int OutOfMemory = 71;
}
