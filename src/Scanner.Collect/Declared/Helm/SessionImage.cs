using Scanner.Collect.Declared.Kubernetes;
using Scanner.Model;

namespace Scanner.Collect.Declared.Helm;

/// <summary>The image that sessions run in unless a profile says another.</summary>
internal sealed class SessionImage(ChartValues values)
{
    private const string Image = "session/image";

    /// <summary>Repository and tag, at the values that say them; open, with the reason, where one of them is.</summary>
    public DeclaredValue Value()
    {
        DeclaredValue?[] parts = [values[$"{Image}/repository"], .. Tag()];
        if (parts.FirstOrDefault(p => p is { IsOpen: true }) is { } open) return open.Why is null ? Later(open) : open;
        return DeclaredValue.Text($"{parts[0]?.Raw}:{string.Concat(parts[1..].Select(p => p?.Raw))}", values.Find(Image)?.Origin);
    }

    /// <summary>The parts of the tag, whose form changed with the chart.</summary>
    private IEnumerable<DeclaredValue?> Tag()
    {
        if (values[$"{Image}/tag"] is { } tag) return [tag];
        return values.IsSince("0.20.0") switch
        {
            true => [DeclaredValue.Text("R"), values[$"{Image}/rVersion"], DeclaredValue.Text("-python"), values[$"{Image}/pythonVersion"], DeclaredValue.Text("-"), values[$"{Image}/os"]],
            false => [values[$"{Image}/tagPrefix"], values["versionOverride"] ?? values.AppVersion],
            null => [values.Undecided is { Why: not null } undecided ? undecided : DeclaredValue.OpenFor("the tag of session.image differs between versions of the chart, and its version is not known")],
        };
    }

    private static DeclaredValue Later(DeclaredValue open) => DeclaredValue.OpenFor($"session.image is filled in later{(open.Origin is null ? "" : $", at {open.Origin}")}", new(RemedyKind.Flag, "hand over values in which session.image is filled in"));
}
