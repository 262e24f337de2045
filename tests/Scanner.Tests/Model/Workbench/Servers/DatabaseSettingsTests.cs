using Scanner.Model;

namespace Scanner.Tests.Model.Workbench.Servers;

/// <summary>What database.conf says of the metadata database.</summary>
public sealed class DatabaseSettingsTests
{
    [Theory]
    [InlineData("host", "db.example", "db.example", null)]
    [InlineData("connection-uri", "postgresql://u@db.example:5432/workbench?sslmode=require", "db.example", "workbench")]
    [InlineData("connection-uri", "postgres://db.example", "db.example", null)]
    [InlineData("connection-uri", "host=db.example port=5432 dbname='workbench'", "db.example", "workbench")]
    [InlineData("connection-uri", "dbname=workbench host=/var/run/postgresql", "/var/run/postgresql", "workbench")]
    [InlineData("directory", "/var/lib/rstudio-server", null, null)]
    public void Host_and_name_are_read_from_either_form(string key, string value, string? host, string? name)
    {
        var server = Server((key, value));
        Assert.Equal((host, name), (server.DatabaseHost().Value, server.DatabaseName().Value));
    }

    /// <summary>Workbench takes nothing else of PostgreSQL where it has one.</summary>
    [Theory]
    [InlineData("postgresql://u@localhost/other", "localhost", "other")]
    [InlineData("", "db.example", "workbench")]
    public void Connection_uri_overrides_all_others(string uri, string host, string name)
    {
        var server = Server(("host", "db.example"), ("database", "workbench"), ("connection-uri", uri));
        Assert.Equal((host, name), (server.DatabaseHost().Value, server.DatabaseName().Value));
    }

    [Theory]
    [InlineData("host", "(not kept)")]
    [InlineData("connection-uri", "(not kept)")]
    [InlineData("connection-uri", "service=workbench")]
    public void What_is_not_kept_or_names_no_host_stays_open(string key, string value) => Assert.False(Server((key, value)).DatabaseHost().IsKnown);

    private static ConfiguredServer Server(params (string Key, string Value)[] settings) => new(new WorkbenchServer
    {
        Id = "w",
        HasEveryFile = true,
        Files = new(new[] { new ConfigurationFile("database.conf", [new("", new(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))))], null) }.ToItems(), Evidence.Derived),
    });
}
