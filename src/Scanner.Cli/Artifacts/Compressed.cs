using System.IO.Compression;

namespace Scanner.Cli.Artifacts;

/// <summary>Files that may be gzipped.</summary>
internal static class Compressed
{
    private const int Largest = 512 * 1024 * 1024;

    public static void Write(Stream output, Action<Stream> write)
    {
        using var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        write(gzip);
    }

    /// <summary>All of it, unpacked where it is compressed.</summary>
    /// <param name="input">Whole and seekable.</param>
    /// <param name="path">What it is called, for messages.</param>
    /// <exception cref="UserErrorException">It is damaged or too large.</exception>
    public static byte[] Read(Stream input, string path)
    {
        var isGzip = input.ReadByte() == 0x1f && input.ReadByte() == 0x8b;
        input.Position = 0;
        try
        {
            using var gzip = isGzip ? new GZipStream(input, CompressionMode.Decompress, leaveOpen: true) : null;
            using var plain = new MemoryStream();
            var (from, buffer) = (gzip ?? input, new byte[1 << 16]);
            for (int read; (read = from.Read(buffer)) > 0 && plain.Length <= Largest;) plain.Write(buffer, 0, read);
            return plain.Length <= Largest ? plain.ToArray() : throw new UserErrorException($"{path}: larger than 512 MB, which no baseline and no report is");
        }
        catch (InvalidDataException e)
        {
            throw new UserErrorException($"{path}: is damaged: {Model.OneLine.Of(e.Message)}", e);
        }
    }
}
