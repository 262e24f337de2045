namespace Scanner.Collect.Aws;

/// <summary>Which regions of an account are looked at.</summary>
public enum RegionSearch
{
    /// <summary>Those that were named.</summary>
    Named,

    /// <summary>Every region that is enabled in the account.</summary>
    Enabled,

    /// <summary>Every enabled region that shows signs of a deployment, or that does not let itself be looked at.</summary>
    WithSigns,
}
