using Scanner.Collect.Declared;

namespace Scanner.Tests.Collect.Declared;

/// <summary>Files made of words by chance: each is read, or refused with one line that says where.</summary>
internal static class GeneratedFiles
{
    public const int Inputs = 100_000;

    public static void Each(int seed, int most, string[] words, ITestOutputHelper output, Action<DeclaredText> read)
    {
        var (random, refused) = (new Random(seed), 0);
        for (var i = 0; i < Inputs; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => words[random.Next(words.Length)]));
            try
            {
                read(new("f", text));
            }
            catch (DeclaredException e)
            {
                refused++;
                Assert.Matches("^f:[1-9][0-9]*:[1-9][0-9]*: ", e.Message);
                Assert.DoesNotContain('\n', e.Message);
            }
        }
        Assert.InRange(refused, 1, Inputs - 1);
        output.WriteLine($"{Inputs} inputs of seed {seed}, {refused} refused");
    }
}
