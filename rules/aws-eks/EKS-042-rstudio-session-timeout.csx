Fact<string?> Minutes(ConfiguredServer server) => server.Setting("rsession.conf", "session-timeout-minutes");

double Number(string? text) => Quantity.Parse(text ?? "0") is { } number ? number : 0;

// A profile's own setting holds for its users only.
Truth IsLifted(ConfiguredServer server) => server.File("profiles").Is(file => file is { } found ? found.Sections.Any(s => s.Values["session-timeout-minutes"] == "0") : false);

new Rule<ConfiguredServer>
{
    Title = "RStudio Pro sessions time out",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Autoscaling",
    Statements = ["eks:99"],
    Why = "Karpenter removes a node when its last session is gone; sessions that never end keep every node that was ever needed.",
    Fix = "Remove session-timeout-minutes=0 from rsession.conf; without the key, sessions suspend after two hours.",
    At = "files[rsession.conf].session-timeout-minutes",
    Check = (server, _) => Require(Minutes(server).Is(text => Number(text) > 0), $"{server} has session-timeout-minutes={Minutes(server)} in rsession.conf, so that RStudio sessions never end by themselves")
        .NoteIf(Minutes(server).Is(text => Number(text) > 1440), $"RStudio sessions time out after {Minutes(server)} minutes, more than a day")
        .NoteIf(IsLifted(server), $"profiles lift the time-out for some users"),
}
