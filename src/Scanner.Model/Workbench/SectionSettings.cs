namespace Scanner.Model;

/// <summary>What sections of configuration files say.</summary>
public static class SectionSettings
{
    /// <summary>A key of a section, as it is written; null where it is absent. A gap where the value was not kept, or depends on something that nobody said.</summary>
    public static Fact<string?> Setting(this ConfigurationSection section, string key) => section.Values[key] switch
    {
        Configuration.NotKept => new(new Gap("", nameof(ConfigurationSection), key, GapCause.Hidden, $"the value of {key} is not kept, because it might be secret", new(RemedyKind.Attestation, key))),
        var value => UntoldValue.Missing(value, "", nameof(ConfigurationSection), key) is { } untold ? new Fact<string?>(untold) : new Fact<string?>(value, Evidence.Derived),
    };
}
