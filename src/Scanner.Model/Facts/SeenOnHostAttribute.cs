namespace Scanner.Model;

/// <summary>Marks a property that nothing but the host itself shows, so that a gap in its place asks for node facts.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SeenOnHostAttribute : Attribute;
