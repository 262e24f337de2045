using System.CommandLine;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect.Doctor;

namespace Scanner.Cli.Commands;

/// <summary><c>scanner doctor</c>: tries credentials, regions and permissions, and says what a scan would miss.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Verb("doctor", "Try credentials, regions, clusters and each permission that a check needs, without a scan.", """
            scanner doctor --aws-region us-east-1
            scanner doctor --aws-profile prod --aws-region us-east-1 --eks pwb
            scanner doctor --kube-context prod
            scanner doctor --aws-region us-east-1 --only PCL-015
            """) { CommonOptions.Deadline, CommonOptions.Config };
        foreach (var option in CommonOptions.Target) command.Options.Add(option);
        RuleChoice.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = Settings.From(command);
        var targets = ScanPipeline.Targets(settings.Targets.Count > 0 ? settings.Targets : [Settings.AtHand]);
        var examination = new Examination(TimeProvider.System, TimeSpan.FromSeconds(command.GetValue(CommonOptions.Deadline))) { Wanted = RuleChoice.Wanted(command) };
        var found = await examination.Run(targets, cancellationToken);
        await Console.Out.WriteAsync(HealthText.Of(found));
        return Code(found);
    }

    private static int Code(IReadOnlyList<ScopeHealth> found) =>
        found.Any(s => s.Where(Standing.Missing).Count > 0) ? ExitCode.Findings
        : found.Any(s => s.Closed is not null || s.Where(Standing.Untold).Count > 0) ? ExitCode.Incomplete
        : ExitCode.Compliant;
}
