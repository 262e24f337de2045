const string Key = "session-timeout-minutes";

string? Last(Items<ConfigurationSection> sections)
{
    string? said = null;
    foreach (var section in sections) if (section.Name == "*" && section.Values[Key] is { } text) said = text;
    return said;
}

// What the profile for everybody says, in the place of rsession.conf; null where it says nothing.
Fact<string?> ForAll(ConfiguredServer server) => server.File("profiles").Map(file => file is { } found ? Last(found.Sections) : null);

Fact<string?> Minutes(ConfiguredServer server) => ForAll(server).Then(said => said is { } text ? text : server.Setting("rsession.conf", Key));

string FileOf(string? said) => said == null ? "rsession.conf" : "profiles";

double Number(string? text) => Quantity.Parse(text ?? "0") is { } number ? number : 0;

// A profile's own setting holds for its users only.
Truth IsLifted(ConfiguredServer server) => server.File("profiles").Is(file => file is { } found ? found.Sections.Any(s => s.Values[Key] == "0") : false);

new Rule<ConfiguredServer>
{
    Title = "RStudio Pro sessions time out",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Autoscaling",
    Statements = ["eks:99"],
    Why = "Karpenter removes a node when its last session is gone; sessions that never end keep every node that was ever needed.",
    Fix = "Remove session-timeout-minutes=0 from rsession.conf, and from section [*] of profiles; without the key, sessions suspend after two hours.",
    At = "files[profiles].*.session-timeout-minutes, files[rsession.conf].session-timeout-minutes",
    Check = (server, _) => Require(Minutes(server).Is(text => Number(text) > 0), $"{server} has session-timeout-minutes={Minutes(server)} in {ForAll(server).Map(FileOf)}, so that RStudio sessions never end by themselves")
        .NoteIf(Minutes(server).Is(text => Number(text) > 1440), $"RStudio sessions time out after {Minutes(server)} minutes, more than a day")
        .NoteIf(IsLifted(server), $"profiles lift the time-out for some users"),
}
