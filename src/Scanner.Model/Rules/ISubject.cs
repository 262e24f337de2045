namespace Scanner.Model;

/// <summary>What a rule judges: a resource, an entry hop, a whole environment.</summary>
public interface ISubject
{
    /// <summary>The provider's identity, e.g. an ARN.</summary>
    string Id { get; }

    /// <summary>The identity that survives replacement; fingerprints, waivers and drift use it alone.</summary>
    string Key { get; }

    /// <summary>How people call it.</summary>
    [MessageOnly]
    string Label { get; }
}
