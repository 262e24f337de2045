namespace Scanner.Model.Findings;

/// <summary>A rule as reports show it.</summary>
/// <param name="Id">e.g. <c>PCL-015</c>.</param>
/// <param name="Name">Its file's kebab-case name, e.g. <c>elb-sticky-sessions</c>.</param>
/// <param name="Architecture">The architecture whose folder it is in; <c>workbench</c> for the general ones.</param>
/// <param name="Path">Its script, relative to the rules' root.</param>
/// <param name="Rule">The rule itself.</param>
/// <param name="Severity">What a failure weighs in the architecture at hand.</param>
public sealed record RuleDescription(string Id, string Name, string Architecture, string Path, Rule Rule, Severity Severity);
