using System.Text;
using Scanner.Model.Findings;

namespace Scanner.Report.Graph;

/// <summary>A form that the picture of a deployment is written in.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Draw">The picture's text.</param>
public sealed record PictureFormat(string Name, Func<Picture, string> Draw)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PictureFormat> All { get; } = [new("mermaid", MermaidPicture.Of), new("dot", DotPicture.Of), new("svg", SvgPicture.Of)];

    /// <summary>What there is to draw of an environment.</summary>
    public static Picture PictureOf(Model.Environment environment, EnvironmentReport report) => PictureMaker.Of(environment, report);

    /// <summary>Writes the picture; the stream stays open.</summary>
    public void Write(Picture picture, Stream stream) => stream.Write(Encoding.UTF8.GetBytes(Draw(picture)));
}
