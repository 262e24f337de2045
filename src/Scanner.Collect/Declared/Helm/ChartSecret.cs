namespace Scanner.Collect.Declared.Helm;

/// <summary>The names of the files that the chart's Secret for the server holds, as far as values tell; what stands in them is not read.</summary>
internal sealed class ChartSecret(ChartValues values)
{
    private const string Existing = "config/existingSecrets";

    /// <summary>Beside its keys, those that values name; null where others may be there.</summary>
    public IReadOnlyList<string>? Files => !values.AreWhole || MayHaveOthers ? null
        : [.. values.Names("config/secret").Concat(Database).Concat(OfOthers()).Concat(["launcher.pem", "launcher.pub", "secure-cookie-key"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private bool MayHaveOthers => (IsSaid("secret") && values.Find("config/secret") is not ({ IsMap: true } or { IsNull: true }))
        || (IsSaid("existingSecrets") && values.IsOn(Existing) is not false && OfOthers().Contains("")) || (values.Said["config"] is { IsOpen: true });

    /// <summary>The files of other Secrets, as they are called where they are shown; an empty one where that is not told.</summary>
    private IEnumerable<string> OfOthers() => values.IsOn(Existing) is false ? []
        : values[Existing] is { IsList: true } list ? list.Elements.SelectMany(s => s["items"] is { IsList: true } items ? items.Elements.Select(i => i.TextAt("path") ?? "") : [""]) : [""];

    /// <summary>No default of any chart has another file than this one.</summary>
    private IEnumerable<string> Database => values.AreOn("config/database/conf/existingSecret", "config/database/conf/value") is true
        || (!IsSaid("secret") && values.IsOn("config/secret") is true) ? ["database.conf"] : [];

    private bool IsSaid(string name) => values.Said["config"] is { IsMap: true } config && config[name] is not null;
}
