using System.Text;
using Scanner.Collect.Declared;

namespace Scanner.Tests.Collect.Declared;

public sealed class DeclaredTextTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("plain\nlines\n", 2, "lines")]
    [InlineData("with\r\nreturns\r\n", 2, "returns")]
    [InlineData("no end", 1, "no end")]
    public void Line_is_shown_as_it_stands(string text, int line, string snippet) => Assert.Equal(snippet, Read(Encoding.UTF8.GetBytes(text)).At(line).Snippet);

    [Fact]
    public void Mark_at_the_beginning_is_no_text() => Assert.Equal("a: 1", Read([0xEF, 0xBB, 0xBF, .. "a: 1"u8]).Text);

    public static TheoryData<byte[], string> Undecodable => new()
    {
        { [0xFF, 0xFE, 0x61, 0x00], "f.yaml:1:1: is UTF-16: save it as UTF-8" },
        { [0xFE, 0xFF, 0x00, 0x61], "f.yaml:1:1: is UTF-16: save it as UTF-8" },
        { [0x61, 0x00, 0x3A, 0x00], "f.yaml:1:1: is UTF-16: save it as UTF-8" },
        { [.. "a: 1\nb: Zo"u8, 0xEB, .. "\n"u8], "f.yaml:2:6: byte 0xEB is no UTF-8: save the file as UTF-8" },
        { [0xC3], "f.yaml:1:1: byte 0xC3 is no UTF-8: save the file as UTF-8" },
    };

    [Theory, MemberData(nameof(Undecodable))]
    public void Other_encoding_is_told_with_its_place(byte[] bytes, string message) => Assert.Equal(message, Complaint(() => Read(bytes)));

    [Fact]
    public void Large_file_is_refused_without_being_read_whole()
    {
        using (var file = File.OpenWrite(_path)) file.SetLength(100 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("f.yaml: larger than 1024 KB, which no such file is", Complaint(() => DeclaredText.Read(_path, "f.yaml", 1024 * 1024)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 * 1024 * 1024);
    }

    [Fact]
    public void File_that_is_not_there_is_told() => Assert.StartsWith("f.yaml: cannot be read: ", Complaint(() => DeclaredText.Read(_path + "x", "f.yaml", 10)), StringComparison.Ordinal);

    [Fact]
    public void Complaint_names_place_and_text_without_secrets()
    {
        var text = Read("one\n  password: hunter2\n"u8.ToArray());

        Assert.Equal("f.yaml:2:3: not wanted: password: ***", text.Error(2, 3, "not wanted").Message);
        Assert.Equal("f.yaml:9:1: past the end", text.Error(9, 1, "past the end").Message);
    }

    private DeclaredText Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return DeclaredText.Read(_path, "f.yaml", 1024 * 1024);
    }

    private static string Complaint(Action act) => Assert.Throws<DeclaredException>(act).Message;
}
