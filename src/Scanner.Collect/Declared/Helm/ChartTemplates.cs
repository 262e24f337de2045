using Scanner.Collect.Declared.Kubernetes;

namespace Scanner.Collect.Declared.Helm;

/// <summary>The launcher's templates of a release.</summary>
internal sealed class ChartTemplates(ChartRelease release)
{
    private const string Job = "job.tpl";
    private const string Service = "service.tpl";
    private const string Data = "rstudio-library-templates-data.tpl";

    /// <summary>
    /// What the chart's own template does about places: it takes them from the template values, and constraints of users beside them.
    /// So in all charts from 0.6.0, the first of which had version 2.3.1 of the template.
    /// </summary>
    private const string Places = """
        {{- $templateData := include "rstudio-library.templates.data" nil | mustFromJson }}
        apiVersion: batch/v1
        kind: Job
        spec:
          template:
            spec:
              {{- with $templateData.pod.tolerations }}
              tolerations:
                {{- toYaml . | nindent 8 }}
              {{- end }}
              {{- with $templateData.pod.affinity }}
              affinity:
                {{- toYaml . | nindent 8 }}
              {{- end }}
              {{- if or (ne (len .Job.placementConstraints) 0) (and $templateData.pod.nodeSelector (ne (len $templateData.pod.nodeSelector) 0)) }}
              nodeSelector:
                {{- range .Job.placementConstraints }}
                {{ .name }}: {{ toYaml .value }}
                {{- end }}
                {{- range $key,$val := $templateData.pod.nodeSelector }}
                {{ $key }}: {{- toYaml $val | nindent 10 }}
                {{- end }}
              {{- end }}

        """;

    private readonly ChartValues _values = release.Values;

    public IEnumerable<ConfigFile> Files()
    {
        var extra = _values.Find("launcher/extraTemplates");
        var files = new Dictionary<string, ConfigFile>(StringComparer.Ordinal);
        if (_values.IsOn("launcher/includeTemplateValues") is not false) files[Data] = new(Data, TemplateData(), _values.Find("launcher/templateValues")?.Origin);
        foreach (var name in extra is { IsMap: true } ? extra.Names : []) files[name] = new(name, extra![name] is { IsText: true } text ? text.Raw : null, extra![name]!.Origin);
        var isOpen = extra is { IsOpen: true };
        foreach (var name in (string[])[Job, Service])
            if (isOpen || _values.IsOn("launcher/includeDefaultTemplates") is not false) files[name] = Default(name, files.GetValueOrDefault(name), isOpen);
        return files.Values;
    }

    /// <summary>A template that comes twice, the chart's and the user's, is one of the two.</summary>
    private ConfigFile Default(string name, ConfigFile? own, bool isOpen) =>
        own is not null || isOpen || _values.IsOn("launcher/includeDefaultTemplates") is null
            ? new(name, null, own?.Origin ?? _values.Find("launcher/includeDefaultTemplates")?.Origin)
            : new(name, name == Service ? "" : _values.IsOn("launcher/includeTemplateValues") is true ? $"# Version: {Version}\n{Places.ReplaceLineEndings("\n")}" : null,
                Said("launcher/templateValues", "launcher/useTemplates", "launcher"));

    /// <summary>Where the first of some values stands that a file says at all.</summary>
    private Origin? Said(params string[] paths) => paths.Select(p => _values.Find(p)?.Origin).FirstOrDefault(o => o is not null);

    private string Version => _values.IsSince("0.8.10") is not false ? "2.5.0" : _values.IsSince("0.8.3") is true ? "2.4.0" : "2.3.1";

    private string? TemplateData() => _values.Find("launcher/templateValues") is { IsMap: true } values && !ConfigText.HasOpen(Plain(values))
        ? $"{{{{- define \"rstudio-library.templates.data\" -}}}}\n{Plain(values)}\n{{{{- end }}}}" : null;

    /// <summary>What may hold secrets is read by nobody here.</summary>
    private static DeclaredValue Plain(DeclaredValue values) => values["pod"] is not { IsMap: true } pod ? values
        : values.With(("pod", pod.With(("env", DeclaredValue.List([])), ("command", DeclaredValue.List([])))));
}
