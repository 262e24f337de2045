namespace Scanner.Collect.Workbench;

/// <summary>The launcher's objects that a template is given, as far as they matter.</summary>
internal enum TemplatePlace
{
    None,

    /// <summary>The template's argument.</summary>
    Root,

    /// <summary><c>.Job</c></summary>
    Job,

    /// <summary><c>.Job.tags</c>, which tell the IDE.</summary>
    Tags,

    /// <summary><c>.Job.placementConstraints</c>: what a user asks for, and nothing that the template requires.</summary>
    Constraints,
}
