using Scanner.Cli.Histories;

namespace Scanner.Tests.Cli.Histories;

public sealed class EntryNameTests
{
    [Fact]
    public void It_comes_back_from_its_files()
    {
        var entry = EntryName.Of(new DateTimeOffset(2026, 11, 21, 10, 0, 5, TimeSpan.FromHours(1)), new string('a', 64));
        Assert.Equal("20261121T090005Z-aaaaaaaaaaaaaaaa", entry.Text);
        Assert.Equal((entry, entry), (EntryName.Of(entry.Snapshot), EntryName.Of(entry.Baseline)));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 9, 0, 5, TimeSpan.Zero), entry.StartedAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("scan.jsonl.gz")]
    [InlineData("20261121T090005Z-aaaaaaaaaaaaaaaa")]
    [InlineData("20260231T090005Z-aaaaaaaaaaaaaaaa.baseline.json.gz")]
    [InlineData("20261121T250005Z-aaaaaaaaaaaaaaaa.baseline.json.gz")]
    [InlineData("20261121T090005Z-aaaaaaaaaaaaaaaa.baseline.json.gz.tmp")]
    [InlineData("20261121T090005Z-AAAAAAAAAAAAAAAA.baseline.json.gz")]
    [InlineData("../20261121T090005Z-aaaaaaaaaaaaaaaa.baseline.json.gz")]
    public void Nothing_else_is_an_entry(string file) => Assert.Null(EntryName.Of(file));
}
