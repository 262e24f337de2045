using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Terraform does not say what is asked; ends the reading of one fact, and is caught by <see cref="Reading"/>.</summary>
internal sealed class UnsaidException(GapCause cause, string detail, Remedy? remedy = null) : Exception(detail)
{
    /// <summary>What shows everything that Terraform cannot.</summary>
    public static readonly Remedy LiveAccount = new(RemedyKind.Flag, "check the live account as well: --aws-region REGION");

    private static readonly Remedy s_apply = new(RemedyKind.Flag, "apply, then check the live account: --aws-region REGION");

    public GapCause Cause => cause;

    /// <summary>Whether Terraform never tells it of anything, so that no plan changes it by itself.</summary>
    public bool IsOfAny { get; private init; }

    /// <summary>Whether it names something that is not in these files: a state does not say whether that was another before.</summary>
    public bool NamesOther { get; private init; }

    public Remedy Remedy => remedy ?? LiveAccount;

    /// <summary>The provider makes it while it applies the plan.</summary>
    public static UnsaidException AfterApply(string what) => new(GapCause.NotAsked, $"{what} is known after apply", s_apply);

    /// <summary>Terraform marks it as sensitive.</summary>
    public static UnsaidException Sensitive(string what) => new(GapCause.Hidden, $"{what} is marked as sensitive, and was not read");

    /// <summary>The file should say it and does not.</summary>
    public static UnsaidException Absent(string what) => new(GapCause.Unsupported, $"{what} is not there, or not of the form that the AWS provider gives it");

    /// <summary>Terraform knows nothing of it, of no resource.</summary>
    public static UnsaidException NeverKept(string what) => new(GapCause.Hidden, $"Terraform does not keep {what}") { IsOfAny = true };

    /// <summary>What it names, other files or people have made.</summary>
    public static UnsaidException NotHere(string detail) => new(GapCause.Hidden, detail) { NamesOther = true };

    /// <summary>These files do not tell it.</summary>
    public static UnsaidException NeverSaid(string detail) => new(GapCause.Hidden, detail);
}
