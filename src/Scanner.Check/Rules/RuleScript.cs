namespace Scanner.Check;

/// <summary>A rule as its author wrote it, with the identity that its path gives it.</summary>
/// <param name="Id">The rule's id: the path's <c>PCL-015</c>.</param>
/// <param name="Name">Its name in kebab case: the path's <c>elb-sticky-sessions</c>.</param>
/// <param name="Architecture">The architecture whose folder it lies in.</param>
/// <param name="Path">Where it lies, as the user wrote it, with forward slashes.</param>
/// <param name="Text">Its C#.</param>
public sealed record RuleScript(string Id, string Name, string Architecture, string Path, string Text);
