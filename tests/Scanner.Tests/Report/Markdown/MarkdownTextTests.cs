using Scanner.Report.Markdown;

namespace Scanner.Tests.Report.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain words, 3 of 4", "plain words, 3 of 4")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("`rm`", "\\`rm\\`")]
    [InlineData("<b>x</b> & y", "&lt;b&gt;x&lt;/b&gt; &amp; y")]
    [InlineData("](javascript:alert(1))", "\\](javascript:alert(1))")]
    [InlineData("*a* _b_ ~c~ \\", "\\*a\\* \\_b\\_ \\~c\\~ \\\\")]
    [InlineData("$x$", "&#36;x&#36;")]
    [InlineData("- item", "\\- item")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("===", "\\===")]
    [InlineData("a\nb", "a⟨U+000A⟩b")]
    [InlineData("\u202Egnp", "⟨U+202E⟩gnp")]
    public void Markup_is_escaped(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Of(text));

    [Theory]
    [InlineData("ask @somebody", "ask `@somebody`")]
    [InlineData("see #12", "see `#12`")]
    [InlineData("https://evil.example/x y", "`https://evil.example/x` y")]
    [InlineData("at www.evil.example", "at `www.evil.example`")]
    [InlineData("arn:aws:s3:::bucket", "`arn:aws:s3:::bucket`")]
    [InlineData("ask @somebody, please", "ask `@somebody`, please")]
    [InlineData("arn:aws:s3: refused", "`arn:aws:s3`: refused")]
    [InlineData("a|@somebody", "a\\|@&#8203;somebody")]
    [InlineData("`https://x`", "\\`https:&#8203;//x\\`")]
    public void What_GitHub_would_make_a_link_a_mention_or_an_emoji_of_is_none(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Of(text));

    [Theory]
    [InlineData("sg-1", "`sg-1`")]
    [InlineData(" sg-1 ", "`sg-1`")]
    [InlineData("", "")]
    [InlineData("a`b", "a\\`b")]
    [InlineData("a|b\\", "a\\|b\\\\")]
    public void A_name_is_code_where_it_can_be(string text, string code) => Assert.Equal(code, MarkdownText.Code(text));

    [Fact]
    public void A_command_can_be_copied_as_it_is()
    {
        const string command = "aws elbv2 modify --target-group-arn arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a_b --attributes Key=a,Value=b_c";
        Assert.Equal($"`{command}`", MarkdownText.Advice(command));
        Assert.Equal("Turn it off: \\*now\\*", MarkdownText.Advice("Turn it off: *now*"));
    }
}
