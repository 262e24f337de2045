using Scanner.Collect.Workbench;
using Scanner.Model;

namespace Scanner.Tests.Collect.Workbench;

public sealed class JobTemplateTests
{
    private const string Sessions = "tolerations workload=sessions:NoSchedule; nodes type In [karpenter]";
    private const string None = "tolerations none; nodes any";

    private const string Data = """
        {{- define "rstudio-library.templates.data" -}}
        {"pod":{"tolerations":[{"key":"spot","operator":"Exists"}],"affinity":{},"nodeSelector":{"disk":"ssd"},"env":[]},"extra":{"tolerations":[{"operator":"Exists"}]},"job":{}}
        {{- end }}
        """;

    /// <summary>The block of the reference architecture, at the pod's specification.</summary>
    private const string Block = """
              affinity:
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                      - matchExpressions:
                        - key: "type"
                          operator: "In"
                          values:
                            - "karpenter"
              tolerations:
                - key: "workload"
                  operator: "Equal"
                  value: "sessions"
                  effect: "NoSchedule"
        """;

    private const string Hooks = """
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

    public static TheoryData<string, string, string, string, string> Conditions => new()
    {
        { """{{- if not (has "rstudio-vscode-session" .Job.tags) }}""", Sessions, Sessions, None, Sessions },
        { """{{ if not ( has `rstudio-vscode-session` $.Job.tags ) }}""", Sessions, Sessions, None, Sessions },
        { """{{- if has "rstudio-r-session" .Job.tags }}""", Sessions, None, None, None },
        { """{{- if .Job.tags | has "rstudio-r-session" | not }}""", None, Sessions, Sessions, Sessions },
        { """{{- if or (has "rstudio-r-session" .Job.tags) (has "jupyter-session" .Job.tags) }}""", Sessions, "?", None, None },
        { """{{- if and (not (has "rstudio-vscode-session" .Job.tags)) (not (has "rstudio-positron-session" .Job.tags)) }}""", Sessions, Sessions, None, "?" },
        { """{{- if has "rstudio-vscode-session" .Job.tags }}{{ else }}""", Sessions, Sessions, None, Sessions },
        { """{{- if has "rstudio-vscode-session" .Job.tags }}{{ else if has "rstudio-r-session" .Job.tags }}""", Sessions, None, None, None },
        { """{{- if has "rstudio-ide" .Job.tags }}""", Sessions, "?", "?", "?" },
        { """{{- if has "not-really-jupyter-at-all" .Job.tags }}""", None, "?", None, None },
        { """{{- if has "team-a" .Job.tags }}""", "?", "?", "?", "?" },
        { """{{- if or (has "team-a" .Job.tags) (has "rstudio-r-session" .Job.tags) }}""", Sessions, "?", "?", "?" },
        { """{{- if and (has "team-a" .Job.tags) (has "rstudio-r-session" .Job.tags) }}""", "?", None, None, None },
        { """{{- if eq .Job.user "x" }}""", "?", "?", "?", "?" },
        { """{{- if not .Job.tags.x }}""", "?", "?", "?", "?" },
        { """{{- with .Job.metadata }}""", "?", "?", "?", "?" },
        { """{{- with .Job }}{{ if has "rstudio-r-session" .tags }}{{ else }}""" + "\n{{ end }}", Sessions, Sessions, Sessions, Sessions },
        { """{{- $vs := has "rstudio-vscode-session" .Job.tags }}{{ if not $vs }}""", Sessions, Sessions, None, Sessions },
        { """{{- $vs := has "a" .Job.tags }}{{ $vs = true }}{{ if not $vs }}""", "?", "?", "?", "?" },
        { """{{- /* {{ if }} }} */ -}}{{ if true }}""" + "\n", Sessions, Sessions, Sessions, Sessions },
        { """{{- if eq '"' .Job.x }}""", "?", "?", "?", "?" },
        { """{{- if .Job.placementConstraints }}""", "?", "?", "?", "?" },
        { """{{- if or (ne (len .Job.placementConstraints) 0) false }}""", "?", "?", "?", "?" },
        { """{{- $few := .Job.placementConstraints }}{{ if not $few }}""", "?", "?", "?", "?" },
        { """{{- if false }}""", None, None, None, None },
        { """{{- if and (eq "}}" `}}`) (not (eq "a\"}}" "b")) }}""", Sessions, Sessions, Sessions, Sessions },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_on_tags_decides_per_ide(string opening, string rstudio, string jupyter, string vsCode, string positron)
    {
        var template = JobTemplate.Read(Template($"{opening}\n{Block}\n      {{{{- end }}}}"), null);

        Assert.Equal([rstudio, jupyter, vsCode, positron], JobTemplate.Ides.Select(i => Shown(template, i)));
        Assert.Empty(template.Problems);
    }

    [Fact]
    public void Nested_conditions_are_decided_from_the_outside()
    {
        var template = JobTemplate.Read(Template($$$"""
            {{- if not (has "rstudio-vscode-session" .Job.tags) }}{{ if has "rstudio-r-session" .Job.tags }}
            {{{Block}}}
            {{- else if eq .Job.user "x" }}
                  nodeSelector: {a: b}
            {{- end }}{{ end }}
            """), null);

        Assert.Equal([Sessions, "?", None, "?"], JobTemplate.Ides.Select(i => Shown(template, i)));
    }

    [Fact]
    public void What_cannot_be_decided_is_named_with_its_line()
    {
        var refusal = JobTemplate.Read(Template("      {{- if eq .Job.user \"x\" }}\n" + Block + "\n      {{- end }}"), null).Placement(Ide.RStudio).Refusal!;

        Assert.Equal((GapCause.Undecidable, "tolerations hangs on {{ if eq .Job.user \"…\" }} at job.tpl:11; rstudio-library-templates-data.tpl is not beside it, or cannot be read"), (refusal.Cause, refusal.Detail));
    }

    [Fact]
    public void Values_of_the_chart_hold_for_every_ide()
    {
        var template = JobTemplate.Read(Template(Hooks), Data);

        Assert.Equal(Enumerable.Repeat("tolerations spot:*; nodes disk=ssd", 4), JobTemplate.Ides.Select(i => Shown(template, i)));
        Assert.Equal("2.5.0", template.Version);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{{ define \"rstudio-library.templates.data\" }}{\"pod\": oops}{{ end }}")]
    [InlineData("{{ define \"another\" }}{\"pod\": {}}{{ end }}")]
    public void Values_that_are_not_there_leave_it_undecided(string? data) =>
        Assert.Contains("{{ with $templateData.pod.tolerations }} at job.tpl:", JobTemplate.Read(Template(Hooks), data).Placement(Ide.VsCode).Refusal!.Detail, StringComparison.Ordinal);

    [Fact]
    public void Values_that_the_template_changes_leave_it_undecided() =>
        Assert.Equal("?", Shown(JobTemplate.Read(Template("      {{- $_ := set $templateData.pod \"tolerations\" list }}\n" + Hooks), Data), Ide.RStudio));

    [Theory]
    [InlineData("{{- $_ := set $.Job \"tags\" (list \"x\") }}")]
    [InlineData("{{- $_ := set .Job \"tags\" (list \"x\") }}")]
    [InlineData("{{- with .Job }}{{ $_ := unset . \"tags\" }}{{ end }}")]
    [InlineData("{{- $job := .Job }}{{ $_ := mergeOverwrite $job (dict \"tags\" list) }}")]
    public void Tags_that_the_template_changes_leave_it_undecided(string change) =>
        Assert.Equal("?", Shown(JobTemplate.Read(Template($"      {change}\n      {{{{- if has \"rstudio-vscode-session\" .Job.tags }}}}\n{Block}\n      {{{{- end }}}}"), Data), Ide.RStudio));

    [Theory]
    [InlineData("eq .Job.user \"hunter2\"")]
    [InlineData("eq .Job.user `hunter2`")]
    [InlineData("eq .Job.user \"a\\\"hunter2\"")]
    public void Strings_of_a_condition_are_not_shown(string condition)
    {
        var detail = JobTemplate.Read(Template($"      {{{{- if and (has \"rstudio-vscode-session\" .Job.tags) ({condition}) }}}}\n{Block}\n      {{{{- end }}}}"), Data).Placement(Ide.VsCode).Refusal!.Detail;

        Assert.Contains("rstudio-vscode-session", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Constraints_of_users_leave_the_charts_own_selector_decided() =>
        Assert.Equal(None, Shown(JobTemplate.Read(Template(Hooks), """{{ define "rstudio-library.templates.data" }}{"pod":{}}{{ end }}"""), Ide.RStudio));

    [Fact]
    public void Hard_coded_block_beside_the_values_comes_twice()
    {
        var template = JobTemplate.Read(Template(Hooks + "\n      {{- if not (has \"rstudio-vscode-session\" .Job.tags) }}\n" + Block + "\n      {{- end }}"), Data);

        Assert.Equal(["?", "?", "tolerations spot:*; nodes disk=ssd", "?"], JobTemplate.Ides.Select(i => Shown(template, i)));
        Assert.Equal(["job.tpl:38: spec.template.spec.tolerations comes twice, the first time at job.tpl:12"], template.Problems);
    }

    [Fact]
    public void Block_with_two_columns_lands_at_the_job()
    {
        var pasted = string.Join('\n', Block.Split('\n').Select(l => l[4..]));
        var template = JobTemplate.Read(Template("  {{- if not (has \"rstudio-vscode-session\" .Job.tags) }}\n" + pasted + "\n  {{- end }}"), Data);

        Assert.Equal(Enumerable.Repeat(None, 4), JobTemplate.Ides.Select(i => Shown(template, i)));
        Assert.Equal(["job.tpl:12: affinity stands at spec.affinity and not in spec.template.spec", "job.tpl:21: tolerations stands at spec.tolerations and not in spec.template.spec"], template.Problems);
    }

    [Theory]
    [InlineData("      {{- include \"mine\" . }}")]
    [InlineData("      {{- include \"mine\" . | nindent 6 }}")]
    [InlineData("      {{- template \"mine\" . }}")]
    [InlineData("      {{ .Job.extra }}")]
    [InlineData("      {{- printf \"\\n      tolerations: []\" }}")]
    [InlineData("{{ .Job.extra }}")]
    [InlineData("  {{ .Job.extra }}")]
    [InlineData("{{ toYaml .Job.extra | indent 6 }}")]
    [InlineData("      {{ .Job.key }}: x")]
    [InlineData("      <<: {tolerations: []}")]
    [InlineData("      tolerations: {{ toYaml .Job.x | nindent 8 }}")]
    [InlineData("      tolerations:\n      {{- toYaml .Job.x | nindent 6 }}")]
    [InlineData("      tolerations: &a []")]
    [InlineData("      tolerations: *a")]
    [InlineData("      tolerations: {a: b}")]
    [InlineData("      tolerations:\n      - [")]
    [InlineData("      tolerations: []\n---\na: b")]
    [InlineData("\t  tolerations: []")]
    [InlineData("      affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: [{key: a, operator: Exists}]}]}}}")]
    [InlineData("      affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{}]}}}")]
    [InlineData("spec: {template: {spec: {tolerations: []}}}")]
    [InlineData("      {{- with $templateData.extra }}{{- toYaml . | nindent 6 }}{{ end }}")]
    [InlineData("      {tolerations: [], containers: []}")]
    [InlineData("      [a]")]
    [InlineData("      volumes:\n      {{- toYaml .Job.extra | nindent 6 }}")]
    [InlineData("      &a tolerations: []")]
    [InlineData("      !!str tolerations: []")]
    [InlineData("      *a : []")]
    [InlineData("      ? tolerations\n      : []")]
    [InlineData("      \"toleration\\u0073\": []")]
    [InlineData("      {{ if .Job.x }}#{{ end }}tolerations: [{operator: Exists}]")]
    [InlineData("      {{ if .Job.x }}#{{ else }}tolerations: [{operator: Exists}]{{ end }}")]
    [InlineData("      x: \"a\n      tolerations: []\n      b: c\"")]
    [InlineData("      x: 'it''s\n      tolerations: []\n      b: c'")]
    [InlineData("      x: [a,\n      tolerations: []\n      , b: c]")]
    [InlineData("      nodeName: node-1")]
    [InlineData("      {{- if .Job.x }}\n      nodeName: {{ toYaml .Job.host }}\n      {{- end }}")]
    [InlineData("      schedulerName: mine")]
    public void What_may_write_anything_leaves_it_undecided(string line) => Assert.Equal("?", Shown(JobTemplate.Read(Template(line), Data), Ide.RStudio));

    [Theory]
    [InlineData("      hostAliases:\n        {{- toYaml .Job.x | nindent 8 }}", None)]
    [InlineData("      x: ['a]', \"b[\", {c: d}] # [\n      y: 'it''s' # '", None)]
    [InlineData("      tolerations: [\n        {operator: Exists}\n        ]", "tolerations *:*; nodes any")]
    [InlineData("      {{- if .Job.host }}\n      nodeName: {{ toYaml .Job.host }}\n      {{- end }}", None)]
    [InlineData("      {{- if .Job.x }}\n      # who\n      {{- end }}", None)]
    [InlineData("      volumes:\n        {{- range .Job.volumes }}\n        - {{ nindent 10 (toYaml .) | trim -}}\n        {{- end }}", None)]
    [InlineData("      x: |\n        tolerations:\n      tolerations: [{operator: Exists}]", "tolerations *:*; nodes any")]
    [InlineData("      'tolerations':\n      # who\n\n      - operator: Exists\n        effect: NoExecute\n      x: y", "tolerations *:NoExecute; nodes any")]
    [InlineData("      {{ \"nodeSelector\" }}: {a: b}", "tolerations none; nodes a=b")]
    [InlineData("      nodeSelector:\n        {{- range $k, $v := $templateData.pod.nodeSelector }}\n        {{ $k }}: {{ $v | quote }}\n        {{- end }}", "tolerations none; nodes disk=ssd")]
    [InlineData("      {{- range $templateData.pod.env }}\n      tolerations: []\n      {{- else }}\n      nodeSelector: {a: b}\n      {{- end }}", "tolerations none; nodes a=b")]
    [InlineData("      {{- range $templateData.pod.tolerations }}\n      nodeSelector: {a: {{ .key }}}\n      {{- end }}", "tolerations none; nodes a=spot")]
    public void What_writes_elsewhere_does_not_matter(string lines, string expected) => Assert.Equal(expected, Shown(JobTemplate.Read(Template(lines), Data), Ide.RStudio));

    [Theory]
    [InlineData("{{- if .Job.x }}", "job.tpl:11: {{ if .Job.x }} has no {{ end }}")]
    [InlineData("{{- end }}", "job.tpl:11: {{ end }} belongs to no block")]
    [InlineData("{{- if .Job.x }}{{ else }}{{ else }}{{ end }}", "job.tpl:11: {{ else }} is out of place")]
    [InlineData("{{- define \"x\" }}{{ else }}{{ end }}", "job.tpl:11: {{ else }} is out of place")]
    [InlineData("{{- if \"x }}", "job.tpl:11: an action has no end")]
    public void Broken_blocks_are_a_problem_and_leave_it_undecided(string lines, string problem)
    {
        var template = JobTemplate.Read(Template(lines), Data);

        Assert.Equal([problem], template.Problems);
        Assert.All(JobTemplate.Ides, i => Assert.Contains(problem, template.Placement(i).Refusal!.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Typographic_quotes_are_a_problem() =>
        Assert.Equal(["job.tpl:12: typographic quotes"], JobTemplate.Read(Template("      # it’s a comment\n      x: ‘y’"), Data).Problems);

    [Theory]
    [InlineData("# Version: 2.3.1", "2.3.1")]
    [InlineData("# Version: ‘secret’", null)]
    [InlineData("Version: 1", null)]
    public void Version_is_the_headers(string header, string? version) => Assert.Equal(version, JobTemplate.Read(header + "\nspec:\n", null).Version);

    [Theory]
    [InlineData(900, "?")]
    [InlineData(10_000, "?")]
    public void Deep_nesting_ends(int depth, string expected)
    {
        var opening = string.Concat(Enumerable.Repeat("{{ if .Job.x }}", depth));
        var ending = string.Concat(Enumerable.Repeat("{{ end }}", depth));

        Assert.Equal(expected, Shown(JobTemplate.Read(Template($"{opening}\n      tolerations: []\n{ending}"), Data), Ide.RStudio));
    }

    [Fact]
    public void Deep_loops_end()
    {
        var data = """{{ define "rstudio-library.templates.data" }}{"n":[1,2,3,4,5,6,7,8]}{{ end }}""";
        var text = string.Concat(Enumerable.Repeat("{{if true}}", 85)) + string.Concat(Enumerable.Repeat("{{ range $templateData.n }}", 6)) + "{{ $missing }}" + string.Concat(Enumerable.Repeat("{{ end }}", 91));

        Assert.Equal("?", Shown(JobTemplate.Read(Template(text), data), Ide.RStudio));
    }

    [Theory]
    [InlineData(90, None)]
    [InlineData(110, "?")]
    public void Nesting_is_followed_so_far(int depth, string expected) => Assert.Equal(expected, Shown(JobTemplate.Read(
        Template(string.Concat(Enumerable.Repeat("{{ if true }}", depth)) + string.Concat(Enumerable.Repeat("{{ end }}", depth))), Data), Ide.RStudio));

    [Fact]
    public void Deep_brackets_end() =>
        Assert.Equal("?", Shown(JobTemplate.Read(Template($"{{{{ if {new string('(', 100_000)}true{new string(')', 100_000)} }}}}\n      tolerations: []\n{{{{ end }}}}"), Data), Ide.RStudio));

    [Fact]
    public void Lists_within_lists_end() =>
        Assert.Equal("?", Shown(JobTemplate.Read(Template("      x: y\n" + string.Concat(Enumerable.Repeat("- ", 400_000))), Data), Ide.RStudio));

    [Fact]
    public void Loops_within_loops_end()
    {
        var data = $"{{{{ define \"rstudio-library.templates.data\" }}}}{{\"pod\":{{\"tolerations\":[{string.Join(',', Enumerable.Repeat("{\"key\":\"a\"}", 2000))}]}}}}{{{{ end }}}}";
        var loops = string.Concat(Enumerable.Repeat("{{ range $templateData.pod.tolerations }}", 5)) + "{{ $x := toYaml $templateData }}" + string.Concat(Enumerable.Repeat("{{ end }}", 5));

        Assert.Equal("?", Shown(JobTemplate.Read(Template(loops), data), Ide.RStudio));
    }

    [Fact]
    public void Template_that_is_too_large_is_not_followed() =>
        Assert.Equal("?", Shown(JobTemplate.Read(Template(new('#', JobTemplate.Largest)), Data), Ide.RStudio));

    [Fact]
    public void Large_template_is_followed_and_its_problems_are_counted_out()
    {
        var lines = string.Concat(Enumerable.Range(0, 8_000).Select(i => $"      k{i % 30}: {{{{ if .Job.x }}}}x{{{{ else }}}}y{{{{ end }}}}\n  tolerations: []\n      {{{{- with .Job.y }}}}z{{{{ end }}}}\n"));

        var template = JobTemplate.Read(Template(lines), Data);

        Assert.Equal(None, Shown(template, Ide.VsCode));
        Assert.Equal(20, template.Problems.Count());
    }

    private static string Template(string lines) => $$$"""
        # Version: 2.5.0
        # DO NOT MODIFY the "Version: " key
        {{- $templateData := include "rstudio-library.templates.data" nil | mustFromJson }}
        kind: Job
        spec:
          backoffLimit: 0
          template:
            metadata: {}
            spec:
              restartPolicy: Never
        {{{lines}}}
              containers:
                - name: rs-launcher-container
                  image: {{ toYaml .Job.container.image }}
        """;

    private static string Shown(JobTemplate template, Ide ide) => template.Placement(ide) is { Placement: { } placement } ? placement.ToString() : "?";
}
