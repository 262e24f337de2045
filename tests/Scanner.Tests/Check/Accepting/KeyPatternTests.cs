using System.Text.RegularExpressions;
using Scanner.Model.Findings;

namespace Scanner.Tests.Check.Accepting;

public sealed class KeyPatternTests
{
    [Theory]
    [InlineData("a", "a", true), InlineData("a", "b", false), InlineData("*", "", true), InlineData("a*c", "abbc", true), InlineData("a*c", "abcd", false)]
    [InlineData("", "", true), InlineData("", "a", false), InlineData("a.c", "abc", false), InlineData("**", "x", true), InlineData("A", "a", false)]
    public void Only_stars_stand_for_something_else(string pattern, string text, bool isMatch) => Assert.Equal(isMatch, KeyPattern.Matches(pattern, text));

    [Fact]
    public void Whatever_the_pattern_it_matches_as_a_regular_expression_would()
    {
        var random = new Random(1);
        string Any(string letters, int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => letters[random.Next(letters.Length)]));
        var matched = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var (pattern, text) = (Any("ab*", 8), Any("ab", 10));
            var isMatch = Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");
            Assert.True(KeyPattern.Matches(pattern, text) == isMatch, $"{pattern} {text}");
            matched += isMatch ? 1 : 0;
        }
        Assert.InRange(matched, 1000, 99_000);
    }
}
